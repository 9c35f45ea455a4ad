using Chatalo.Qr;
using CsCheck;

namespace Chatalo.UnitTests.Qr;

public class DataUriTests
{
    private static readonly string[] Starts = ["", "data:", "data:image/png;base64,"];

    [Theory]
    [InlineData("data:image/png;base64,AQID", "image/png")]
    [InlineData("DATA:IMAGE/PNG;BASE64,AQID", "image/png")]
    [InlineData("  data:image/png;base64,AQ\r\n ID\n", "image/png")]
    [InlineData("data:image/svg+xml;charset=utf-8;base64,AQID", "image/svg+xml")]
    [InlineData("data:image/png;base64,%41QID", "image/png")]
    [InlineData("data:;base64,AQID", "text/plain")]
    public void Takes_the_bytes_out(string text, string type)
    {
        Assert.True(DataUri.TryParse(text, out var bytes, out var contentType, out var reason));
        Assert.Equal([1, 2, 3], bytes);
        Assert.Equal(type, contentType);
        Assert.Null(reason);
    }

    [Theory]
    [InlineData(null, "no picture")]
    [InlineData("   ", "no picture")]
    [InlineData("AQID", "not a data URI")]
    [InlineData("data:image/png;base64", "not a data URI")]
    [InlineData("data:image/png,AQID", "not in base64")]
    [InlineData("data:image/png;base64,AQI", "broken base64")]
    [InlineData("data:image/png;base64,A*ID", "broken base64")]
    public void Says_what_is_wrong(string? text, string expected)
    {
        Assert.False(DataUri.TryParse(text, out _, out _, out var reason));
        Assert.Contains(expected, reason);
    }

    [Fact]
    public void Never_throws()
        => Gen.Select(Gen.Int[0, Starts.Length - 1], Gen.String).Sample(
            (start, rest) => Assert.True(DataUri.TryParse(Starts[start] + rest, out var bytes, out _, out var reason) ? bytes is not null : reason.Length > 0),
            iter: 2000);
}
