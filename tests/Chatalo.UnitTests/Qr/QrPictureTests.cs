using Chatalo.Qr;
using QRCoder;

namespace Chatalo.UnitTests.Qr;

public class QrPictureTests
{
    public static TheoryData<int> Versions => [.. Enumerable.Range(1, 40)];

    public static TheoryData<int, int> Packed
    {
        get
        {
            var data = new TheoryData<int, int>();
            foreach (var depth in new[] { 1, 2, 4 })
            {
                // Odd sizes: rows that do not end with a whole byte.
                foreach (var moduleSize in new[] { 1, 2, 3, 5 })
                {
                    data.Add(depth, moduleSize);
                }
            }

            return data;
        }
    }

    [Fact]
    public void Reads_the_documented_picture()
    {
        var matrix = Samples.Read(DocumentedPicture.Bytes);
        Assert.Equal((61, 11), (matrix.Size, matrix.Version));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void Reads_each_version_in_each_module_size(int version)
    {
        using var data = Samples.Data(version);
        using var renderer = new PngByteQRCode(data);
        var expected = QrEncoder.ToMatrix(data);
        for (var moduleSize = 2; moduleSize <= 12; moduleSize++)
        {
            Assert.Equal(expected, Samples.Read(renderer.GetGraphic(moduleSize)));
        }
    }

    [Theory]
    [MemberData(nameof(Packed))]
    public void Reads_small_greys_and_palettes(int depth, int moduleSize)
    {
        var matrix = Samples.Matrix(3);
        var pixels = Samples.Pixels(matrix, moduleSize, quietZone: 3);
        var last = (1 << depth) - 1;
        Assert.Equal(matrix, Samples.Read(TestPng.WritePacked(pixels, depth, 0, v => v == 0 ? 0 : last)));
        Assert.Equal(matrix, Samples.Read(TestPng.WritePacked(pixels, depth, 3, v => v == 0 ? 1 : 0, ("PLTE", [240, 250, 255, 60, 0, 30]))));

        // White, but transparent, with black behind it.
        Assert.Equal(matrix, Samples.Read(TestPng.WritePacked(pixels, depth, 3, v => v == 0 ? 1 : 0, ("PLTE", [0, 0, 0, 0, 0, 0]), ("tRNS", [0, 255]))));

        // A transparent grey: the chunk means a value here, not a palette.
        Assert.Equal(matrix, Samples.Read(TestPng.WritePacked(pixels, depth, 0, v => v == 0 ? 0 : last, ("tRNS", [0, (byte)last]))));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Reads_whole_bytes_of_every_kind(bool inverted)
    {
        var matrix = Samples.Matrix(4);
        var pixels = Samples.Pixels(matrix, 3, inverted: inverted);
        byte[][] pictures =
        [
            TestPng.Grey(pixels),
            TestPng.Interlaced(pixels),
            TestPng.Write(pixels, 16, 0, v => [v, v]),
            TestPng.Write(pixels, 8, 2, v => [v, (byte)(v / 2), v]),
            TestPng.Write(pixels, 16, 2, v => [v, v, v, v, v, v]),
            TestPng.Write(pixels, 8, 4, v => [v, 255]),
            TestPng.Write(pixels, 16, 4, v => [v, v, 255, 255]),
            TestPng.Write(pixels, 8, 6, v => [v, v, v, 255]),
            TestPng.Write(pixels, 16, 6, v => [v, v, v, v, v, v, 255, 255]),
            TestPng.Write(pixels, 8, 3, v => [(byte)(v & 1)], ("PLTE", [0, 0, 0, 255, 255, 255])),
            TestPng.Write(pixels, 8, 2, v => v == 0 ? [37, 211, 102] : [255, 255, 255]),
        ];
        Assert.All(pictures, p => Assert.Equal(matrix, Samples.Read(p)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Reads_a_transparent_background(bool whiteModules)
    {
        var matrix = Samples.Matrix(4);
        var pixels = Samples.Pixels(matrix, 3);
        var ink = whiteModules ? byte.MaxValue : byte.MinValue;
        Assert.Equal(matrix, Samples.Read(TestPng.Write(pixels, 8, 6, v => v == 0 ? [ink, ink, ink, 255] : [0, 0, 0, 0])));
        Assert.Equal(matrix, Samples.Read(TestPng.Write(pixels, 8, 4, v => v == 0 ? [ink, 255] : [255, 0])));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(30)]
    public void Reads_with_any_quiet_zone(int modules)
    {
        var matrix = Samples.Matrix(5);
        Assert.Equal(matrix, Samples.Read(TestPng.Grey(Samples.Pixels(matrix, 4, modules))));
        Assert.Equal(matrix, Samples.Read(TestPng.Grey(Samples.Pixels(matrix, 4, modules, inverted: true))));
    }

    [Theory]
    [InlineData(2.2)]
    [InlineData(2.5)]
    [InlineData(3.75)]
    [InlineData(7.1)]
    public void Reads_module_sizes_that_are_not_whole(double moduleSize)
    {
        foreach (var version in new[] { 1, 7, 22, 40 })
        {
            var matrix = Samples.Matrix(version);
            var small = Samples.Pixels(matrix, 1);
            var side = (int)(small.GetLength(0) * moduleSize);
            var scaled = new byte[side, side];
            for (var y = 0; y < side; y++)
            {
                for (var x = 0; x < side; x++)
                {
                    scaled[y, x] = small[(int)((y + 0.5) / moduleSize), (int)((x + 0.5) / moduleSize)];
                }
            }

            Assert.Equal(matrix, Samples.Read(TestPng.Grey(scaled)));
        }
    }

    // Passes of the interlacing that have no pixels have no rows either: every small width counts.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void Knows_the_length_of_small_interlaced_pictures(int width)
        => AssertRefused(TestPng.Interlaced(new byte[3, width]), "no upright QR code");

    [Fact]
    public void A_code_with_a_broken_timing_pattern_is_refused()
    {
        var pixels = Samples.Pixels(Samples.Matrix(4), 1, quietZone: 0);
        pixels[6, 12] ^= 255;
        AssertRefused(TestPng.Grey(pixels), "no upright QR code");
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(3, 29)]
    [InlineData(29, 3)]
    [InlineData(7, 0)]
    public void A_code_with_a_broken_finder_pattern_is_refused(int row, int column)
    {
        var pixels = Samples.Pixels(Samples.Matrix(4), 1, quietZone: 0);
        pixels[row, column] ^= 255;
        AssertRefused(TestPng.Grey(pixels), "no upright QR code");
    }

    [Fact]
    public void A_picture_without_a_code_is_refused()
    {
        AssertRefused(TestPng.Grey(new byte[50, 50]), "no upright QR code");
        AssertRefused(TestPng.Grey(new byte[1, 1]), "no upright QR code");
    }

    internal static void AssertRefused(byte[] png, string reason)
    {
        Assert.False(QrPicture.TryRead(png, out var matrix, out var said));
        Assert.Null(matrix);
        Assert.Contains(reason, said);
    }
}
