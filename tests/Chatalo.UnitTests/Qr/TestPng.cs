using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Chatalo.UnitTests.Qr;

/// <summary>Writes PNGs of every kind, good and bad, independently of what the module reads with.</summary>
internal static class TestPng
{
    private static readonly byte[] Signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Eight bits of brightness a pixel.</summary>
    /// <param name="pixels">Rows from the top, columns from the left.</param>
    /// <param name="filter">The number of the filter that each row names and uses; by default the rows take turns.</param>
    public static byte[] Grey(byte[,] pixels, int? filter = null)
        => Write(pixels.GetLength(1), pixels.GetLength(0), 8, 0, pixels.GetLength(0), row => Row(pixels, row, v => [v]), filter);

    /// <summary>Each pixel's samples as whole bytes.</summary>
    public static byte[] Write(byte[,] pixels, int bitDepth, int colour, Func<byte, byte[]> samples, params (string Type, byte[] Content)[] before)
        => Write(pixels.GetLength(1), pixels.GetLength(0), bitDepth, colour, pixels.GetLength(0), row => Row(pixels, row, samples), null, before);

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
        }, null, before);
    }

    /// <summary>A PNG whose header may lie about its rows.</summary>
    public static byte[] Write(
        int width, int height, int bitDepth, int colour, int rows, Func<int, byte[]> row, int? filter, params (string Type, byte[] Content)[] before)
    {
        var samples = colour switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };
        var pixelBytes = Math.Max(1, samples * bitDepth / 8);
        using var data = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionLevel.Fastest, leaveOpen: true))
        {
            byte[] above = [];
            for (var y = 0; y < rows; y++)
            {
                var line = row(y);
                var used = filter ?? (y % 5);
                zlib.WriteByte((byte)used);
                zlib.Write(used == 0 ? line : Filter(line, above, pixelBytes, used));
                above = line;
            }
        }

        return Raw(width, height, bitDepth, colour, data.ToArray(), before);
    }

    /// <summary>Eight bits of brightness a pixel, in the seven passes of Adam7.</summary>
    public static byte[] Interlaced(byte[,] pixels)
    {
        (int X, int Y, int Across, int Down)[] passes =
            [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];
        var (height, width) = (pixels.GetLength(0), pixels.GetLength(1));
        using var data = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionLevel.Fastest, leaveOpen: true))
        {
            foreach (var pass in passes.Where(p => p.X < width))
            {
                for (var y = pass.Y; y < height; y += pass.Down)
                {
                    zlib.WriteByte(0);
                    for (var x = pass.X; x < width; x += pass.Across)
                    {
                        zlib.WriteByte(pixels[y, x]);
                    }
                }
            }
        }

        return Raw(width, height, 8, 0, data.ToArray(), interlace: 1);
    }

    /// <summary>A PNG with any bytes for its data; the checksums are right.</summary>
    public static byte[] Raw(int width, int height, int bitDepth, int colour, byte[] data, params (string Type, byte[] Content)[] before)
        => Raw(width, height, bitDepth, colour, data, interlace: 0, before);

    private static byte[] Raw(int width, int height, int bitDepth, int colour, byte[] data, int interlace, params (string Type, byte[] Content)[] before)
    {
        using var file = new MemoryStream();
        file.Write(Signature);
        Chunk(file, "IHDR", Header(width, height, bitDepth, colour, interlace));
        foreach (var (type, content) in before)
        {
            Chunk(file, type, content);
        }

        Chunk(file, "IDAT", data);
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    private static byte[] Row(byte[,] pixels, int row, Func<byte, byte[]> samples)
        => [.. Enumerable.Range(0, pixels.GetLength(1)).SelectMany(column => samples(pixels[row, column]))];

    // PNG specification, third edition, 9.2: none, left, above, their mean, Paeth.
    private static byte[] Filter(byte[] line, byte[] above, int pixelBytes, int filter)
    {
        byte At(byte[] row, int i) => i >= 0 && i < row.Length ? row[i] : (byte)0;
        return [.. line.Select((value, i) =>
        {
            var (left, up, corner) = (At(line, i - pixelBytes), At(above, i), At(above, i - pixelBytes));
            return (byte)(value - filter switch { 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Paeth(left, up, corner), _ => 0 });
        })];
    }

    private static int Paeth(int left, int up, int corner)
    {
        var estimate = left + up - corner;
        var (toLeft, toUp, toCorner) = (Math.Abs(estimate - left), Math.Abs(estimate - up), Math.Abs(estimate - corner));
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }

    private static byte[] Header(int width, int height, int bitDepth, int colour, int interlace)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9], header[12]) = ((byte)bitDepth, (byte)colour, (byte)interlace);
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
