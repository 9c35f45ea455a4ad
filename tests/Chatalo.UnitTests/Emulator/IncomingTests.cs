using System.Text.Json;
using Chatalo.Emulator;

namespace Chatalo.UnitTests.Emulator;

public sealed class IncomingTests : IDisposable
{
    private readonly EmulatorServer _server = EmulatorServer.Start();
    private readonly EmulatorClient _client;

    public IncomingTests() => _client = new EmulatorClient(_server);

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
    }

    [Fact]
    public async Task AMessageIsPostedAsDocumented()
    {
        using var sink = new WebhookSink(200);
        await SetAsync(sink.Url.ToString());
        var received = sink.ReceiveAsync();
        var result = await _server.PostIncomingAsync(new IncomingSpec
        {
            Message = "Halo", SenderName = "Budi", SenderNumber = "628111", GroupId = "120363028887000002", Timestamp = DateTimeOffset.FromUnixTimeSeconds(1689930829),
        });
        var (head, body) = await received;

        Assert.StartsWith("POST /hook?token=t HTTP/1.1", head);
        Assert.Contains("Content-Type: application/json", head);
        Assert.DoesNotContain("\nX-", head);
        Assert.Equal(body, result.Body);
        Assert.Equal([200], result.StatusCodes);
        Assert.True(result.Succeeded);
        using var json = JsonDocument.Parse(body);
        var root = json.RootElement;
        Assert.Equal(
            ["device_id", "chat_id", "sender", "from_me", "is_forwarded", "is_sticker", "timestamp", "broadcast", "message", "has_media", "media_info", "location_attached"],
            root.EnumerateObject().Select(part => part.Name));
        Assert.Equal("""{"name":"Budi","number":"628111","in_group":true,"group_id":"120363028887000002"}""", root.GetProperty("sender").GetRawText());
        Assert.Equal(("Halo", 1689930829), (root.GetProperty("message").GetString(), root.GetProperty("timestamp").GetInt64()));
        Assert.Equal("""{"latitude":null,"longitude":null}""", root.GetProperty("location_attached").GetRawText());
    }

    [Fact]
    public async Task WithoutTextTheMessageIsFalseAndTheFileCanBeFetched()
    {
        using var sink = new WebhookSink(204);
        await SetAsync(sink.Url.ToString());
        var received = sink.ReceiveAsync();
        await _server.PostIncomingAsync(new IncomingSpec { FileEncoded = _server.AddMedia([1, 2, 3], "audio/ogg"), Latitude = -6.2, Longitude = 106.8 });
        using var json = JsonDocument.Parse((await received).Body);
        var media = json.RootElement.GetProperty("media_info");

        Assert.Equal(JsonValueKind.False, json.RootElement.GetProperty("message").ValueKind);
        Assert.True(json.RootElement.GetProperty("has_media").GetBoolean());
        Assert.Equal("audio/ogg", media.GetProperty("mimetype").GetString());
        Assert.Equal([1, 2, 3], (await _client.GetAsync(media.GetProperty("file_url").GetString()!)).Bytes);
        Assert.Equal(-6.2, json.RootElement.GetProperty("location_attached").GetProperty("latitude").GetDouble());
    }

    [Fact]
    public async Task TheSameEventIsDeliveredAgain()
    {
        using var sink = new WebhookSink(500);
        await SetAsync(sink.Url.ToString());
        var posting = _server.PostIncomingAsync(new IncomingSpec { Message = "Halo", Deliveries = 3 });
        var bodies = new[] { (await sink.ReceiveAsync()).Body, (await sink.ReceiveAsync()).Body, (await sink.ReceiveAsync()).Body };
        var result = await posting;

        Assert.Single(bodies.Distinct());
        Assert.Equal([500, 500, 500], result.StatusCodes);
        Assert.False(result.Succeeded);
    }

    [Fact]
    public async Task AWebhookThatIsNotThereIsAResult()
    {
        var sink = new WebhookSink(200);
        await SetAsync(sink.Url.ToString());
        sink.Dispose();
        var result = await _server.PostIncomingAsync(new IncomingSpec { Message = "Halo" });
        Assert.Equal([null], result.StatusCodes);
        Assert.False(result.Succeeded);
    }

    [Fact]
    public async Task OnlyThisMachineIsPostedTo()
    {
        var none = await Assert.ThrowsAsync<InvalidOperationException>(() => _server.PostIncomingAsync(new IncomingSpec()));
        Assert.StartsWith("No webhook is set", none.Message);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => _server.PostIncomingAsync(new IncomingSpec { Deliveries = 0 }));
        await SetAsync("https://example.com/hook");
        var outside = await Assert.ThrowsAsync<InvalidOperationException>(() => _server.PostIncomingAsync(new IncomingSpec()));
        Assert.Contains("example.com is not on this machine", outside.Message);
    }

    [Fact]
    public async Task TheWebhookIsSetReadAndUnset()
    {
        Assert.Null((await _client.GetAsync("/webhook")).Data.GetProperty("url").GetString());
        await SetAsync("https://example.com/hook");
        Assert.Equal("https://example.com/hook", (await _client.GetAsync("/webhook")).Data.GetProperty("url").GetString());
        Assert.Equal("https://example.com/hook", _server.WebhookUrl);
        Assert.Equal("[]", (await _client.SendAsync(HttpMethod.Delete, "/unsetWebhook")).Data.GetRawText());
        Assert.Null(_server.WebhookUrl);
        Assert.Equal(400, (await _client.PostAsync("/setWebhook", """{"url":"nowhere"}""")).Status);
    }

    private async Task SetAsync(string url) => Assert.Equal(200, (await _client.PostAsync("/setWebhook", JsonSerializer.Serialize(new { url }))).Status);
}
