using Chatalo.Emulator;
using Microsoft.Extensions.Time.Testing;

namespace Chatalo.UnitTests.Emulator;

public sealed class DeviceLifeTests : IDisposable
{
    private const string Id = EmulatorServer.DisconnectedDeviceId;
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2025, 2, 26, 9, 19, 53, TimeSpan.Zero));
    private readonly EmulatorServer _server;
    private readonly EmulatorClient _client;

    public DeviceLifeTests()
    {
        _server = EmulatorServer.Start(new EmulatorOptions { TimeProvider = _clock, RateLimit = 0 });
        _client = new EmulatorClient(_server);
    }

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
    }

    [Fact]
    public async Task IsMadeChangedAndRemoved()
    {
        var made = await _client.PostAsync("/device", """{"name":"Sela's","description":"","country_code":"62","number":"85171635322","is_api":1}""");
        var id = made.Data.GetProperty("id").GetString()!;
        Assert.Equal("6285171635322", made.Data.GetProperty("whatsapp_number").GetString());
        Assert.True(made.Data.GetProperty("is_api").GetBoolean());
        Assert.Null(made.Data.GetProperty("description").GetString());
        Assert.Equal("DISCONNECTED", made.Data.GetProperty("status").GetString());

        var edited = await _client.SendAsync(
            HttpMethod.Patch, "/device/" + id, """{"name":"Sela","description":"Sales","country_code":"1","number":"2025550123","is_api":0}""");
        Assert.Equal(("Sela", "Sales", "12025550123", false), Parts(edited));
        Assert.Equal(("Sela", "Sales", "12025550123", false), Parts(await _client.GetAsync("/device/" + id)));

        Assert.True((await _client.SendAsync(HttpMethod.Delete, "/device/delete/" + id)).Data.GetProperty("is_deleted").GetBoolean());
        Assert.Equal(404, (await _client.GetAsync("/device/" + id)).Status);
        Assert.Equal(404, (await _client.SendAsync(HttpMethod.Delete, "/device/delete/" + id)).Status);
    }

    [Fact]
    public async Task EveryFieldIsChecked()
    {
        var reply = await _client.PostAsync("/device", """{"country_code":"six","number":"","is_api":2}""");
        Assert.Equal((400, 400), (reply.Status, reply.Json.GetProperty("meta").GetProperty("code").GetInt32()));
        Assert.Equal("The name field is required. (and 3 more errors)", reply.Message);
        Assert.Equal(["name", "country_code", "number", "is_api"], reply.Json.GetProperty("errors").EnumerateObject().Select(field => field.Name));
        Assert.Equal(3, _server.Devices.Count);
    }

    [Fact]
    public async Task FieldsCanBeRefusedWith422()
    {
        using var server = EmulatorServer.Start(new EmulatorOptions { ValidationStatusCode = 422 });
        using var client = new EmulatorClient(server);
        var reply = await client.PostAsync("/device", "{}");
        Assert.Equal((422, 422), (reply.Status, reply.Json.GetProperty("meta").GetProperty("code").GetInt32()));
    }

    [Fact]
    public async Task ListsByApiAccess()
    {
        Assert.Equal(3, (await _client.GetAsync("/device?page=1&limit&is_api=")).Data.GetArrayLength());
        Assert.Equal(2, (await _client.GetAsync("/device?is_api=1")).Data.GetArrayLength());
        Assert.Equal(EmulatorServer.NoApiDeviceId, (await _client.GetAsync("/device?is_api=0")).Data[0].GetProperty("id").GetString());
    }

    [Fact]
    public async Task ConnectsWhenItsQrIsScanned()
    {
        var reply = await _client.GetAsync("/device/connect/" + Id);
        Assert.Equal("2025-02-26 16:20:53", reply.Data.GetProperty("expires_at").GetString());
        Assert.Equal(("CONNECTING", false), (Device.Status, await IsAuthenticatedAsync()));
        Assert.StartsWith("2@", Device.QrPayload);

        Assert.True(_server.ScanQr(Id));
        Assert.Equal(("AUTHENTICATED", true), (Device.Status, await IsAuthenticatedAsync()));
        Assert.Equal(400, (await _client.GetAsync("/device/connect/" + Id)).Status);

        Assert.True((await _client.SendAsync(HttpMethod.Delete, "/device/disconnect/" + Id)).Data.GetProperty("is_disconnected").GetBoolean());
        Assert.Equal(("DISCONNECTED", false), (Device.Status, await IsAuthenticatedAsync()));
    }

    [Fact]
    public async Task EveryCodeIsNewAndAnExpiredOneCannotBeScanned()
    {
        Assert.False(_server.ScanQr(Id));
        var first = await _client.GetAsync("/device/connect/" + Id);
        _clock.Advance(TimeSpan.FromSeconds(60));
        Assert.False(_server.ScanQr(Id));

        var second = await _client.GetAsync("/device/connect/" + Id);
        Assert.NotEqual(first.Data.GetProperty("qr").GetString(), second.Data.GetProperty("qr").GetString());
        Assert.True(_server.ScanQr(Id));
    }

    [Fact]
    public async Task AnOwnerWhoTakesHisTimeScansTheCodeOfThatMoment()
    {
        using var server = EmulatorServer.Start(new EmulatorOptions
        {
            TimeProvider = _clock, AutoScanAfter = TimeSpan.FromSeconds(90), QrLifetime = TimeSpan.FromSeconds(60),
        });
        using var client = new EmulatorClient(server);
        string Status() => server.Devices.Single(device => device.Id == Id).Status;

        await client.GetAsync("/device/connect/" + Id);
        _clock.Advance(TimeSpan.FromSeconds(89));
        Assert.Equal("CONNECTING", Status());
        _clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal("CONNECTING", Status());
        await client.GetAsync("/device/connect/" + Id);
        Assert.Equal("AUTHENTICATED", Status());
    }

    [Fact]
    public async Task TakesAnyStatus()
    {
        Assert.True(_server.SetDeviceStatus(Id, "HIBERNATING"));
        Assert.Equal("HIBERNATING", (await _client.GetAsync("/device/" + Id)).Data.GetProperty("status").GetString());
        Assert.False(_server.SetDeviceStatus("none", "CONNECTED"));
    }

    [Fact]
    public async Task TheProfileShowsTheDevicesAndTheEndOfThePlan()
    {
        _clock.Advance(TimeSpan.FromHours(30));
        var reply = await _client.GetAsync("/profile");
        Assert.Equal("08 Mar 2025, 04:19 pm (8 days remaining)", reply.Data.GetProperty("expires_on").GetString());
        Assert.Equal(_server.Devices.Select(device => device.Id), reply.Data.GetProperty("assigned_devices").EnumerateArray().Select(device => device.GetProperty("id").GetString()));
    }

    private EmulatedDevice Device => _server.Devices.Single(device => device.Id == Id);

    private static (string? Name, string? Description, string? Number, bool IsApi) Parts(EmulatorReply reply) => (
        reply.Data.GetProperty("name").GetString(),
        reply.Data.GetProperty("description").GetString(),
        reply.Data.GetProperty("whatsapp_number").GetString(),
        reply.Data.GetProperty("is_api").GetBoolean());

    private async Task<bool> IsAuthenticatedAsync() => (await _client.GetAsync("/device/status/" + Id)).Data.GetProperty("is_authenticated").GetBoolean();
}
