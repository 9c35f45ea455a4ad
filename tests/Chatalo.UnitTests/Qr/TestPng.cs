using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Chatalo.UnitTests.Qr;

/// <summary>Writes PNGs of every kind, good and bad, independently of what the module reads with.</summary>
internal static class TestPng
{
    private static readonly byte[] Signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Eight bits of brightness a pixel.</summary>
    public static byte[] Grey(byte[,] pixels) => Write(pixels, 8, 0, v => [v]);

    /// <summary>Each pixel's samples as whole bytes.</summary>
    public static byte[] Write(byte[,] pixels, int bitDepth, int colour, Func<byte, byte[]> samples, params (string Type, byte[] Content)[] before)
        => Write(pixels.GetLength(1), pixels.GetLength(0), bitDepth, colour, pixels.GetLength(0), row =>
            Enumerable.Range(0, pixels.GetLength(1)).SelectMany(column => samples(pixels[row, column])).ToArray(), before);

    /// <summary>Samples smaller than a byte, packed from the highest bit.</summary>
    public static byte[] WritePacked(byte[,] pixels, int bitDepth, int colour, Func<byte, int> sample, params (string Type, byte[] Content)[] before)
    {
        var width = pixels.GetLength(1);
        return Write(width, pixels.GetLength(0), bitDepth, colour, pixels.GetLength(0), row =>
        {
            var line = new byte[((width * bitDepth) + 7) / 8];
            for (var x = 0; x < width; x++)
            {
                line[x * bitDepth / 8] |= (byte)(sample(pixels[row, x]) << (8 - bitDepth - (x * bitDepth % 8)));
            }

            return line;
        }, before);
    }

    /// <summary>A PNG whose header may lie about its rows. Odd rows are filtered by the row above (Up), as encoders do.</summary>
    public static byte[] Write(
        int width, int height, int bitDepth, int colour, int rows, Func<int, byte[]> row, params (string Type, byte[] Content)[] before)
    {
        using var file = new MemoryStream();
        file.Write(Signature);
        Chunk(file, "IHDR", Header(width, height, bitDepth, colour));
        foreach (var (type, content) in before)
        {
            Chunk(file, type, content);
        }

        using var data = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionLevel.Fastest, leaveOpen: true))
        {
            byte[]? above = null;
            for (var y = 0; y < rows; y++)
            {
                var line = row(y);
                var up = y % 2 == 1 && above is not null;
                zlib.WriteByte((byte)(up ? 2 : 0));
                zlib.Write(up ? line.Select((b, i) => (byte)(b - above![i])).ToArray() : line);
                above = line;
            }
        }

        Chunk(file, "IDAT", data.ToArray());
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    public static byte[] Header(int width, int height, int bitDepth, int colour)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = ((byte)bitDepth, (byte)colour);
        return header;
    }

    private static void Chunk(Stream file, string type, byte[] content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        byte[] checkedBytes = [.. Encoding.ASCII.GetBytes(type), .. content];
        file.Write(checkedBytes);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(checkedBytes));
        file.Write(number);
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
            }
        }

        return ~crc;
    }
}
