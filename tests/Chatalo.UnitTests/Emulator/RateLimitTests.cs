using System.Net.Http.Headers;
using Chatalo.Emulator;
using Microsoft.Extensions.Time.Testing;

namespace Chatalo.UnitTests.Emulator;

public sealed class RateLimitTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2025, 2, 26, 9, 0, 0, TimeSpan.Zero));
    private readonly EmulatorServer _server;
    private readonly EmulatorClient _client;

    public RateLimitTests()
    {
        _server = EmulatorServer.Start(new EmulatorOptions { RateLimit = 3, TimeProvider = _clock });
        _client = new EmulatorClient(_server);
    }

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
    }

    [Fact]
    public async Task EveryAnswerSaysWhatIsLeft()
    {
        var good = await _client.GetAsync("/profile");
        var notFound = await _client.GetAsync("/device/none");
        var refused = await _client.PostAsync("/messages", "{}");

        Assert.Equal((200, 404, 400), (good.Status, notFound.Status, refused.Status));
        Assert.Equal(["3", "3", "3"], new[] { good, notFound, refused }.Select(reply => reply.Header("X-RateLimit-Limit")));
        Assert.Equal(["2", "1", "0"], new[] { good, notFound, refused }.Select(reply => reply.Header("X-RateLimit-Remaining")));
        Assert.Null(good.Header("X-RateLimit-Reset"));
    }

    [Fact]
    public async Task TheWindowStartsAtItsFirstRequestAndEndsWhateverHappensInIt()
    {
        await _client.GetAsync("/profile");
        _clock.Advance(TimeSpan.FromSeconds(59));
        await _client.GetAsync("/profile");
        await _client.GetAsync("/profile");
        Assert.Equal(429, (await _client.GetAsync("/profile")).Status);

        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("2", (await _client.GetAsync("/profile")).Header("X-RateLimit-Remaining"));
    }

    [Fact]
    public async Task ARejectionSaysWhenInWholeSecondsRoundedDown()
    {
        await ExhaustAsync();
        _clock.Advance(TimeSpan.FromSeconds(17.5));
        var early = await _client.GetAsync("/profile");
        _clock.Advance(TimeSpan.FromSeconds(42));
        var late = await _client.GetAsync("/profile");

        Assert.Equal((429, "42", "0", "application/json"), (early.Status, early.Header("Retry-After"), early.Header("X-RateLimit-Remaining"), early.ContentType));
        Assert.Equal("""{"message":"Too Many Attempts."}""", early.Text);
        Assert.Equal(_clock.GetUtcNow().ToUnixTimeSeconds().ToString(), late.Header("X-RateLimit-Reset"));
        Assert.Equal((429, "0"), (late.Status, late.Header("Retry-After")));
    }

    [Fact]
    public async Task RejectedCallsAreNotCountedAndDoNothing()
    {
        await ExhaustAsync();
        Assert.Equal(429, (await _client.PostAsync("/messages", EmulatorClient.Text("628111"))).Status);
        Assert.Equal(429, (await _client.PostAsync("/messages", EmulatorClient.Text("628111"))).Status);
        Assert.Empty(_server.Messages);

        _clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal("2", (await _client.GetAsync("/profile")).Header("X-RateLimit-Remaining"));
    }

    [Fact]
    public async Task ARejectionIsAWebPageToThoseWhoDidNotAskForJson()
    {
        await ExhaustAsync();
        _client.Headers.Accept.Clear();
        _client.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/plain"));
        var reply = await _client.GetAsync("/profile");

        Assert.Equal((429, "text/html"), (reply.Status, reply.ContentType));
        Assert.StartsWith("<!DOCTYPE html>", reply.Text);
    }

    [Fact]
    public async Task EachPublicKeyHasItsOwnWindowAndRefusedKeysCountInIt()
    {
        await ExhaustAsync();
        _client.Headers.Remove("X-Public-Key");
        _client.Headers.Add("X-Public-Key", "another");
        var reply = await _client.GetAsync("/profile");

        Assert.Equal((403, "2"), (reply.Status, reply.Header("X-RateLimit-Remaining")));
    }

    [Fact]
    public async Task NoLimitMeansNoHeaders()
    {
        using var server = EmulatorServer.Start(new EmulatorOptions { RateLimit = 0 });
        using var client = new EmulatorClient(server);
        for (var i = 0; i < 70; i++)
        {
            var reply = await client.GetAsync("/webhook");
            Assert.Equal((200, null), (reply.Status, reply.Header("X-RateLimit-Limit")));
        }
    }

    private async Task ExhaustAsync()
    {
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(200, (await _client.GetAsync("/profile")).Status);
        }
    }
}
