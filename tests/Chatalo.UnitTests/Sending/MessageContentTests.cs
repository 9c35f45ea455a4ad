using Chatalo.Sending;

namespace Chatalo.UnitTests.Sending;

public class MessageContentTests
{
    [Theory]
    [InlineData("Halo", null, "text")]
    [InlineData("Halo", " ", "text")]
    [InlineData("Halo", "https://example.com/a.jpg", "caption")]
    [InlineData(null, "https://example.com/a.jpg", "file")]
    [InlineData("  ", " http://example.com/a.jpg ", "file")]
    public void Text_and_file_choose_the_type(string? text, string? url, string type) => Assert.Equal(type, MessageContent.Create(text, url).TypeName);

    [Theory]
    [InlineData(null, null)]
    [InlineData("", "")]
    [InlineData(" \n", null)]
    [InlineData("Halo", "file:///etc/passwd")]
    [InlineData("Halo", "ftp://example.com/a")]
    [InlineData("Halo", "javascript:alert(1)")]
    [InlineData("Halo", "/a.jpg")]
    [InlineData("Halo", "C:\\a.jpg")]
    [InlineData("Halo", "example.com/a.jpg")]
    [InlineData("Halo", "https://")]
    public void What_cannot_be_sent_is_refused(string? text, string? url)
        => Assert.Equal(ErrorKind.InvalidInput, Assert.Throws<ChataloException>(() => MessageContent.Create(text, url)).Kind);

    [Fact]
    public void The_text_is_kept_as_it_is() => Assert.Equal("  two\n lines ", MessageContent.Create("  two\n lines ", null).Text);

    [Fact]
    public void The_address_is_sent_escaped()
        => Assert.Equal("https://example.com/a%20b.jpg?q=%C3%B1", MessageContent.Create(null, "https://example.com/a b.jpg?q=ñ").Url);
}
