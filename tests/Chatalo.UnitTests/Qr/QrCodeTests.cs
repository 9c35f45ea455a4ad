namespace Chatalo.UnitTests.Qr;

public class QrCodeTests
{
    private static readonly DateTimeOffset Soon = new(2025, 2, 26, 16, 20, 53, TimeSpan.FromHours(7));

    [Fact]
    public void The_documented_code_has_everything()
    {
        var code = new QrCode("d1", "Office", Soon, DocumentedPicture.DataUri);
        Assert.Equal(("d1", "Office", Soon), (code.DeviceId, code.DeviceName, code.ExpiresAt));
        Assert.Equal(DocumentedPicture.Bytes, code.GetImageBytes());
        Assert.Equal("image/png", code.ContentType);
        Assert.True(code.IsReadable);
        Assert.Null(code.Reason);
        Assert.Equal(61, code.Size);
        Assert.Equal("QR code of Office", code.ToString());
        Assert.Equal(Samples.Read(DocumentedPicture.Bytes), Samples.Read(code.ToPng()));
        Assert.Contains("width=\"552\" height=\"552\"", code.ToSvg());
    }

    [Fact]
    public void Nobody_can_change_its_bytes()
    {
        var code = new QrCode("d1", null, null, DocumentedPicture.DataUri);
        code.GetImageBytes()[0] = 0;
        Assert.Equal(DocumentedPicture.Bytes, code.GetImageBytes());
    }

    [Theory]
    [InlineData("data:image/png;base64,AAAA", "image/png", 3, "not a PNG")]
    [InlineData("data:image/jpeg;base64,/9j/", "image/jpeg", 3, "image/jpeg, not image/png")]
    [InlineData("2@abc,def", null, 0, "not a data URI")]
    [InlineData("", null, 0, "no picture")]
    [InlineData(null, null, 0, "no picture")]
    public void What_is_not_a_readable_code_is_kept_with_its_reason(string? picture, string? type, int length, string reason)
    {
        var code = new QrCode("d1", null, null, picture);
        Assert.False(code.IsReadable);
        Assert.Contains(reason, code.Reason);
        Assert.Equal((type, length, 0), (code.ContentType, code.GetImageBytes().Length, code.Size));
        Assert.Equal(code.Reason, code.ToTerminalString());
        Assert.Equal(code.Reason, Assert.Throws<InvalidOperationException>(() => code.ToPng()).Message);
        Assert.Equal(code.Reason, Assert.Throws<InvalidOperationException>(() => code.ToSvg()).Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(51)]
    [InlineData(int.MaxValue)]
    public void Sizes_that_cannot_be_drawn_are_refused(int pixels)
    {
        var code = new QrCode("d1", null, null, DocumentedPicture.DataUri);
        Assert.Throws<ArgumentOutOfRangeException>(() => code.ToPng(pixels));
        Assert.Throws<ArgumentOutOfRangeException>(() => code.ToSvg(pixels));
    }
}
