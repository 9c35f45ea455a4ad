using Chatalo.Text;

namespace Chatalo.UnitTests.Text;

/// <summary>Cells that look empty are empty.</summary>
public sealed class BlankTextTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t\r\n")]
    [InlineData("\u00A0\u3000")]
    [InlineData("\u200B")]
    [InlineData("\uFEFF \u200E\u202C")]
    [InlineData("\u2800\u3164\uFE0F")]
    [InlineData("\0")]
    public void Nothing_is_seen(string? text) => Assert.True(BlankText.Is(text));

    [Theory]
    [InlineData("Budi")]
    [InlineData("\u200B.\u200B")]
    [InlineData("\u0301")]
    [InlineData("\U0001F600")]
    [InlineData("0")]
    public void Something_is_seen(string text) => Assert.False(BlankText.Is(text));
}
