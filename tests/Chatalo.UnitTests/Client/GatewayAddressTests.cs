using Chatalo.Client;

namespace Chatalo.UnitTests.Client;

public class GatewayAddressTests
{
    [Theory]
    [InlineData("https://chatalo.com/api/v1")]
    [InlineData("https://10.0.0.1:8443/")]
    [InlineData("http://localhost:5000/api/v1")]
    [InlineData("http://127.0.0.1:5000")]
    [InlineData("http://[::1]:5000")]
    public void An_address_is_taken(string uri) => Assert.Equal(uri, GatewayAddress.Check(new Uri(uri)).OriginalString);

    [Theory]
    [InlineData("http://chatalo.com/api/v1")]
    [InlineData("http://localhost.example.com/")]
    [InlineData("http://127.0.0.1.example.com/")]
    [InlineData("http://127.0.0.1@example.com/")]
    [InlineData("https://user:password@chatalo.com/")]
    [InlineData("ftp://chatalo.com/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("chatalo.com/api")]
    public void What_would_give_the_keys_away_is_refused(string uri)
    {
        var error = Assert.Throws<ChataloException>(() => GatewayAddress.Check(new Uri(uri, UriKind.RelativeOrAbsolute)));
        Assert.Equal(ErrorKind.InvalidInput, error.Kind);
        Assert.DoesNotContain("password@", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(420, true)]
    [InlineData(-300, true)]
    [InlineData(345, true)]
    [InlineData(840, true)]
    [InlineData(841, false)]
    [InlineData(-900, false)]
    [InlineData(0.5, false)]
    public void An_offset_is_one_that_a_zone_could_have(double minutes, bool good)
    {
        var offset = TimeSpan.FromMinutes(minutes);
        if (good)
        {
            Assert.Equal(offset, GatewayAddress.CheckOffset(offset));
        }
        else
        {
            Assert.Throws<ChataloException>(() => GatewayAddress.CheckOffset(offset));
        }
    }

    [Theory]
    [InlineData("https://gateway.example/api/v1", "https://gateway.example/api/v1/profile")]
    [InlineData("https://gateway.example/api/v1/", "https://gateway.example/api/v1/profile")]
    [InlineData("https://gateway.example", "https://gateway.example/profile")]
    [InlineData("https://gateway.example/a?b=c#d", "https://gateway.example/a/profile")]
    public async Task Paths_are_put_behind_it(string baseUri, string expected)
    {
        using var t = new ClientUnderTest(new GatewayOptions { BaseUri = new Uri(baseUri) }, Step.Answer(200));
        await t.PlayAsync(t.CallAsync(RequestKind.Read));
        Assert.Equal(expected, t.Gateway.Requests[0].Uri.AbsoluteUri);
    }
}
