namespace Chatalo.UnitTests.Qr;

public class ChatLinkTests
{
    [Theory]
    [InlineData("Halo", "https://wa.me/6281234567890?text=Halo")]
    [InlineData("Halo, apa kabar? 100% & lebih", "https://wa.me/6281234567890?text=Halo%2C%20apa%20kabar%3F%20100%25%20%26%20lebih")]
    [InlineData("é ✓\n2", "https://wa.me/6281234567890?text=%C3%A9%20%E2%9C%93%0A2")]
    [InlineData("", "https://wa.me/6281234567890")]
    [InlineData(null, "https://wa.me/6281234567890")]
    public void Gives_the_address(string? message, string expected)
    {
        var link = new ChatLink("6281234567890", message);
        Assert.Equal(expected, link.Url);
        Assert.Equal(expected, link.ToString());
        Assert.Equal("+6281234567890", link.Number);
        Assert.Equal(expected, new ChatLink("+6281234567890", message).Url);
        Assert.Equal(string.IsNullOrEmpty(message) ? null : message, link.Message);
        Assert.Equal(link.Size, Samples.Read(link.ToPng()).Size);
        Assert.StartsWith("<svg", link.ToSvg());
    }

    [Theory]
    [InlineData("")]
    [InlineData("+")]
    [InlineData("62 812")]
    [InlineData("٣٤٥")]
    public void A_number_that_is_not_of_digits_is_refused(string number)
        => Assert.Equal(ErrorKind.InvalidInput, Assert.Throws<ChataloException>(() => new ChatLink(number, "Halo")).Kind);

    [Fact]
    public void A_message_that_no_code_holds_is_refused()
    {
        var exception = Assert.Throws<ChataloException>(() => new ChatLink("6281234567890", new string('a', 2400)));
        Assert.Equal(ErrorKind.InvalidInput, exception.Kind);
        Assert.Contains("more than a QR code holds", exception.Message);
    }
}
