namespace Chatalo.Qr;

/// <summary>What a PNG's first chunk says (PNG specification, third edition, 11.2.1).</summary>
internal sealed record PngHeader(int Width, int Height, byte BitDepth, byte Colour, bool Interlaced)
{
    private const int Length = 13;

    // Where the seven passes of an interlaced picture start, and how far apart their pixels are (8.1): x, y, across, down.
    private static readonly (int X, int Y, int Across, int Down)[] Passes =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    /// <summary>Null when the chunk is no header.</summary>
    public static PngHeader? Read(PngChunk chunk)
    {
        var content = chunk.Content;
        return chunk.Type == PngChunk.Header && content.Length == Length
            ? new PngHeader(BigEndian.Read(content, 0), BigEndian.Read(content, 4), content[8], content[9], content[12] != 0)
            : null;
    }

    /// <summary>The inflated picture's length in bytes; 0 for a mixture of depth and colour that does not exist.</summary>
    public long DataLength
    {
        get
        {
            long samples = (Colour, BitDepth) switch
            {
                (0, 1 or 2 or 4 or 8 or 16) => 1,
                (2, 8 or 16) => 3,
                (3, 1 or 2 or 4 or 8) => 1,
                (4, 8 or 16) => 2,
                (6, 8 or 16) => 4,
                _ => 0,
            };
            return samples == 0 ? 0
                : !Interlaced ? Rows(Width, Height, samples)
                : Passes.Sum(p => Rows((Width - p.X + p.Across - 1) / p.Across, (Height - p.Y + p.Down - 1) / p.Down, samples));
        }
    }

    // Each row has a byte that names its filter; a pass without pixels has no rows.
    private long Rows(long width, long height, long samples) => width <= 0 || height <= 0 ? 0 : height * (1 + (((width * samples * BitDepth) + 7) / 8));
}
