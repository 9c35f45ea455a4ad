using Chatalo.Emulator;

namespace Chatalo.UnitTests.Emulator;

public sealed class MessageTests : IDisposable
{
    private readonly EmulatorServer _server = EmulatorServer.Start(new EmulatorOptions { NumbersNotOnWhatsApp = ["628999"], RateLimit = 0 });
    private readonly EmulatorClient _client;

    public MessageTests() => _client = new EmulatorClient(_server);

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
    }

    [Theory]
    [InlineData("""{"type":"text","number":"628111","message":"Halo \u00e9"}""", "text", "Halo é", null)]
    [InlineData("""{"type":"caption","number":628111,"message":"Lihat","url":"https://example.com/a.jpg"}""", "caption", "Lihat", "https://example.com/a.jpg")]
    [InlineData("""{"type":"file","number":"628111","url":"http://example.com/a.jpg"}""", "file", null, "http://example.com/a.jpg")]
    public async Task ADeliveredMessageIsKeptAsAPhoneWouldShowIt(string json, string type, string? text, string? url)
    {
        var reply = await _client.PostAsync("/messages", json.Replace("{\"type\"", $"{{\"device_id\":\"{EmulatorServer.ReadyDeviceId}\",\"type\""));
        Assert.True(reply.Data.GetProperty("is_sent").GetBoolean());
        Assert.Equal(url, reply.Data.GetProperty("url").GetString());

        var message = Assert.Single(_server.Messages);
        Assert.Equal((1, EmulatorServer.ReadyDeviceId, type, "628111", text, url), (message.Id, message.DeviceId, message.Type, message.Number, message.Message, message.Url));
    }

    [Fact]
    public async Task AGroupIsARecipientToo()
    {
        var groups = await _client.PostAsync("/groups", $$"""{"device_id":"{{EmulatorServer.ReadyDeviceId}}"}""");
        var id = groups.Data[0].GetProperty("id").GetString()!;
        var body = $$"""{"device_id":"{{EmulatorServer.ReadyDeviceId}}","type":"text","group_id":"{{id}}","message":"Halo"}""";
        Assert.Equal(id, (await _client.PostAsync("/messages/group", body)).Data.GetProperty("group_id").GetString());
        Assert.Equal((null, id), (_server.Messages[0].Number, _server.Messages[0].GroupId));
        Assert.Equal(1, _server.DeliveriesByRecipient()[id]);
        Assert.Equal(404, (await _client.PostAsync("/messages/group", body.Replace(id, "none"))).Status);
    }

    [Theory]
    [InlineData("""{"type":"text","message":"Halo"}""", "number")]
    [InlineData("""{"type":"text","number":"+62 811","message":"Halo"}""", "number")]
    [InlineData("""{"type":"text","number":"628111","message":"  "}""", "message")]
    [InlineData("""{"type":"poem","number":"628111","message":"Halo"}""", "type")]
    [InlineData("""{"type":"file","number":"628111","url":"ftp://example.com/a"}""", "url")]
    [InlineData("""{"type":"caption","number":"628111","message":"Halo","url":"a.jpg"}""", "url")]
    public async Task AWrongFieldIsNamed(string json, string field)
    {
        var reply = await _client.PostAsync("/messages", json.Replace("{\"type\"", $"{{\"device_id\":\"{EmulatorServer.ReadyDeviceId}\",\"type\""));
        Assert.Equal(400, reply.Status);
        Assert.Equal(field, reply.Json.GetProperty("errors").EnumerateObject().Single().Name);
        Assert.Empty(_server.Messages);
    }

    [Theory]
    [InlineData(EmulatorServer.DisconnectedDeviceId, 400, "The device is not connected.")]
    [InlineData(EmulatorServer.NoApiDeviceId, 400, "API access is not enabled for this device.")]
    [InlineData("none", 404, "Device not found.")]
    public async Task ADeviceMustBeReady(string deviceId, int status, string message)
    {
        var reply = await _client.PostAsync("/messages", EmulatorClient.Text("628111").Replace(EmulatorServer.ReadyDeviceId, deviceId));
        Assert.Equal((status, message), (reply.Status, reply.Message));
        Assert.Empty(_server.Messages);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{\"device_id\":\"\\ud800\"}")]
    public async Task ABodyWithoutFieldsIsRefusedAsSuch(string body)
    {
        var reply = await _client.PostAsync("/messages", body);
        Assert.Equal((400, "The device id field is required."), (reply.Status, reply.Json.GetProperty("errors").GetProperty("device_id")[0].GetString()));
    }

    [Fact]
    public async Task ANumberNotOnWhatsAppIsNotSentTo()
    {
        var reply = await _client.PostAsync("/messages", EmulatorClient.Text("628999"));
        Assert.Equal(200, reply.Status);
        Assert.False(reply.Data.GetProperty("is_sent").GetBoolean());
        Assert.Empty(_server.Messages);
    }

    [Theory]
    [InlineData("628111", true)]
    [InlineData("628110000", false)]
    [InlineData("628999", false)]
    public async Task ACheckFindsWhoExists(string number, bool exists)
    {
        var reply = await _client.PostAsync("/contacts/check", $$"""{"device_id":"{{EmulatorServer.ReadyDeviceId}}","number":"{{number}}"}""");
        Assert.Equal((number, exists), (reply.Data.GetProperty("number").GetString(), reply.Data.GetProperty("exists").GetBoolean()));
    }

    [Fact]
    public async Task APictureIsReallyThereWithoutKeys()
    {
        var reply = await _client.PostAsync("/contacts/picture", $$"""{"device_id":"{{EmulatorServer.ReadyDeviceId}}","number":"628111"}""");
        _client.Headers.Clear();
        var picture = await _client.GetAsync(reply.Data.GetProperty("url").GetString()!);
        Assert.Equal((200, "image/png"), (picture.Status, picture.ContentType));
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], picture.Bytes[..4]);
        Assert.Equal(404, (await _client.GetAsync(new Uri(_server.BaseUri, "/files/..%2fnone").ToString())).Status);
    }

    [Fact]
    public async Task MediaIsDownloadedAsItWasAdded()
    {
        byte[] bytes = [0, 1, 2, 253, 254, 255];
        var encoded = _server.AddMedia(bytes, "application/pdf");
        var reply = await DownloadAsync(encoded);
        Assert.Equal((200, "application/pdf"), (reply.Status, reply.ContentType));
        Assert.Equal(bytes, reply.Bytes);
        Assert.Equal("image/png", (await DownloadAsync(EmulatorServer.SampleFileEncoded)).ContentType);
        Assert.Equal((404, "File not found."), ((await DownloadAsync("none")).Status, (await DownloadAsync("none")).Message));
    }

    private Task<EmulatorReply> DownloadAsync(string fileEncoded) =>
        _client.PostAsync("/messages/download", $$"""{"device_id":"{{EmulatorServer.ReadyDeviceId}}","file_encoded":"{{fileEncoded}}"}""");
}
