using System.Text;

namespace Chatalo.Qr;

/// <summary>A part of a PNG: length, type, content, checksum (PNG specification, third edition, 5.3).</summary>
internal sealed class PngChunk
{
    public const string Header = "IHDR";
    public const string Palette = "PLTE";
    public const string Transparency = "tRNS";
    public const string Data = "IDAT";
    public const string End = "IEND";

    // A length and a type before the content, a checksum after it.
    private const int Before = 8;
    private const int After = 4;

    private readonly byte[] _bytes;
    private readonly int _start;
    private readonly int _length;

    private PngChunk(byte[] bytes, int start, int length)
    {
        (_bytes, _start, _length) = (bytes, start, length);
        Type = Encoding.ASCII.GetString(bytes, start + 4, 4);
    }

    public string Type { get; }

    public byte[] Content
    {
        get
        {
            var content = new byte[_length];
            Array.Copy(_bytes, _start + Before, content, 0, _length);
            return content;
        }
    }

    /// <summary>The chunks up to the end's, at least one; null when one is damaged, or goes on behind the end of the file.</summary>
    public static IReadOnlyList<PngChunk>? ReadAll(byte[] png, int start)
    {
        var chunks = new List<PngChunk>();
        while (chunks.Count == 0 || chunks[chunks.Count - 1].Type != End)
        {
            var left = png.Length - start - Before - After;
            if (left < 0 || BigEndian.Read(png, start) is var length && (length < 0 || length > left))
            {
                return null;
            }

            var chunk = new PngChunk(png, start, length);
            if (!chunk.IsWhole)
            {
                return null;
            }

            chunks.Add(chunk);
            start += Before + length + After;
        }

        return chunks;
    }

    public void WriteTo(Stream stream) => stream.Write(_bytes, _start, Before + _length + After);

    public void WriteContentTo(Stream stream) => stream.Write(_bytes, _start + Before, _length);

    /// <summary>Whether type and content are those that the checksum was made of.</summary>
    private bool IsWhole => Crc32(_bytes, _start + 4, _length + 4) == BigEndian.Read(_bytes, _start + Before + _length);

    // Bit by bit: a picture of a QR code has some kilobytes.
    private static int Crc32(byte[] bytes, int start, int length)
    {
        var crc = uint.MaxValue;
        for (var i = start; i < start + length; i++)
        {
            crc ^= bytes[i];
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) == 0 ? 0 : 0xEDB88320);
            }
        }

        return unchecked((int)~crc);
    }
}
