namespace Chatalo.Qr;

/// <summary>What a PNG's first chunk says (PNG specification, third edition, 11.2.1).</summary>
internal sealed record PngHeader(int Width, int Height, byte BitDepth, byte Colour, bool Interlaced)
{
    /// <summary>Brightness only.</summary>
    public const byte Grey = 0;

    /// <summary>Numbers of colours in a palette.</summary>
    public const byte Indexed = 3;

    private const int Length = 13;

    /// <summary>Null when the chunk is no header.</summary>
    public static PngHeader? Read(PngChunk chunk)
    {
        var content = chunk.Content;
        return chunk.Type == PngChunk.Header && content.Length == Length
            ? new PngHeader(BigEndian.Read(content, 0), BigEndian.Read(content, 4), content[8], content[9], content[12] != 0)
            : null;
    }

    /// <summary>The inflated picture's length, a byte for the filter in each row included; 0 for a mixture of depth and colour that does not exist.</summary>
    public long DataLength
    {
        get
        {
            var samples = (Colour, BitDepth) switch
            {
                (Grey, 1 or 2 or 4 or 8 or 16) => 1,
                (Indexed, 1 or 2 or 4 or 8) => 1,
                (2, 8 or 16) => 3,
                (4, 8 or 16) => 2,
                (6, 8 or 16) => 4,
                _ => 0,
            };
            return samples == 0 ? 0 : Height * (1 + ((((long)Width * samples * BitDepth) + 7) / 8));
        }
    }

    /// <summary>The same rows, with their padding counted as pixels of a palette.</summary>
    public PngHeader WithWholeBytes()
    {
        var inByte = 8 / BitDepth;
        return this with { Width = (Width + inByte - 1) / inByte * inByte, Colour = Indexed };
    }

    /// <summary>A palette that gives each grey value its own colour.</summary>
    public PngChunk PaletteOfGreys()
    {
        var last = (1 << BitDepth) - 1;
        return new PngChunk(PngChunk.Palette, Enumerable.Range(0, last + 1).SelectMany(i => Enumerable.Repeat((byte)(i * byte.MaxValue / last), 3)).ToArray());
    }

    public PngChunk ToChunk()
    {
        var content = new byte[Length];
        BigEndian.Write(Width, content, 0);
        BigEndian.Write(Height, content, 4);
        (content[8], content[9], content[12]) = (BitDepth, Colour, (byte)(Interlaced ? 1 : 0));
        return new PngChunk(PngChunk.Header, content);
    }
}
