using Chatalo.Qr;
using CsCheck;

namespace Chatalo.UnitTests.Qr;

public class HostilePictureTests
{
    private static readonly byte[] Good = TestPng.Grey(Samples.Pixels(Samples.Matrix(2), 2));

    [Fact]
    public void Random_bytes_give_a_reason()
        => Gen.Byte.Array[0, 300].Sample(bytes => AssertReason(bytes), iter: 2000);

    [Fact]
    public void Random_bytes_after_a_true_start_give_a_reason()
        => Gen.Byte.Array[0, 300].Sample(bytes => AssertReason([.. Good[..8], .. bytes]), iter: 2000);

    [Fact]
    public void Every_truncation_gives_a_reason()
    {
        for (var length = 0; length < Good.Length; length++)
        {
            AssertReason(Good[..length]);
        }
    }

    // The checksums see every change.
    [Fact]
    public void A_changed_byte_gives_a_reason()
        => Gen.Select(Gen.Int[0, Good.Length - 1], Gen.Byte[1, 255]).Sample(
            (at, value) =>
            {
                var bytes = (byte[])Good.Clone();
                bytes[at] ^= value;
                AssertReason(bytes);
            },
            iter: 2000);

    [Theory]
    [InlineData(int.MaxValue, int.MaxValue, 8, 6)]
    [InlineData(-1, -1, 8, 6)]
    [InlineData(0, 10, 8, 0)]
    [InlineData(4097, 1, 1, 0)]
    [InlineData(1, 4097, 1, 0)]
    public void A_giant_or_empty_size_is_refused_unread(int width, int height, int depth, int colour)
        => QrPictureTests.AssertRefused(TestPng.Write(width, height, depth, colour, rows: 1, _ => [0], filter: 0), "pixels; 1 to 4096 can be read");

    [Fact]
    public void A_size_within_the_sides_but_not_within_the_memory_is_refused_unread()
        => QrPictureTests.AssertRefused(TestPng.Write(4096, 4096, 16, 6, rows: 1, _ => [0], filter: 0), "bytes once inflated");

    [Fact]
    public void More_data_than_the_header_says_is_refused_before_it_is_in_memory()
    {
        // 64 MB of zeroes in some 300 KB.
        var bomb = TestPng.Write(10, 10, 8, 0, rows: 64, _ => new byte[1024 * 1024], filter: 0);
        Assert.InRange(bomb.Length, 1, 1024 * 1024);
        var before = GC.GetAllocatedBytesForCurrentThread();
        QrPictureTests.AssertRefused(bomb, "not as long as its header says");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8 * 1024 * 1024);
    }

    [Fact]
    public void A_chunk_that_announces_two_gigabytes_is_refused()
    {
        var bytes = (byte[])Good.Clone();
        (bytes[33], bytes[34], bytes[35], bytes[36]) = (0x7F, 0xFF, 0xFF, 0xFF);
        QrPictureTests.AssertRefused(bytes, "its parts are incomplete or changed");
    }

    [Theory]
    [InlineData(8, 1)]
    [InlineData(3, 0)]
    [InlineData(1, 2)]
    [InlineData(0, 0)]
    public void Colours_that_do_not_exist_are_refused(int depth, int colour)
        => QrPictureTests.AssertRefused(TestPng.Write(new byte[30, 30], depth, colour, v => [v]), "no known kind");

    [Fact]
    public void A_palette_that_is_missing_or_too_short_is_refused()
    {
        var pixels = Samples.Pixels(Samples.Matrix(1), 1);
        Assert.False(QrPicture.TryRead(TestPng.Write(pixels, 8, 3, v => [v], ("PLTE", [0, 0, 0])), out _, out _));
        Assert.False(QrPicture.TryRead(TestPng.Write(pixels, 8, 3, v => [v], ("PLTE", [1])), out _, out _));
    }

    [Fact]
    public void A_filter_that_does_not_exist_is_refused()
        => QrPictureTests.AssertRefused(TestPng.Grey(Samples.Pixels(Samples.Matrix(1), 1), filter: 5), "broken PNG");

    // The parts are whole, the data inside is not.
    [Fact]
    public void Random_data_with_right_checksums_gives_a_reason()
        => Gen.Select(Gen.Byte.Array[0, 200], Gen.Int[1, 40], Gen.Int[0, 6], Gen.OneOf(Gen.Const(1), Gen.Const(2), Gen.Const(4), Gen.Const(8), Gen.Const(16))).Sample(
            (data, side, colour, depth) => AssertReason(TestPng.Raw(side, side, depth, colour, data, ("PLTE", [1, 2, 3]))), iter: 2000);

    // True zlib data of the right length, random inside: all that reaches the decoder itself.
    [Fact]
    public void Random_pixels_and_filters_give_a_reason()
        => Gen.Select(Gen.Byte.Array[30], Gen.Int[1, 30], Gen.Bool).Sample(
            (line, rows, palette) => AssertReason(
                TestPng.Write(29, rows, 8, palette ? 3 : 0, rows, _ => line[1..], line[0], ("PLTE", line[..6]), ("tRNS", line[..2]))), iter: 2000);

    private static void AssertReason(byte[] bytes)
    {
        Assert.False(QrPicture.TryRead(bytes, out _, out var reason));
        Assert.NotEmpty(reason);
    }
}
