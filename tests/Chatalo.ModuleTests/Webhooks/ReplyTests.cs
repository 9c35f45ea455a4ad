using Chatalo.Emulator;
using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Webhooks;

/// <summary>What an incoming message binds to, when it is piped on as it is.</summary>
public sealed class ReplyTests : IDisposable
{
    // No device is connected: the one that was written to answers.
    private readonly EmulatedSession _chat = new(connect: "");
    private readonly string _folder = Directory.CreateTempSubdirectory("chatalo-").FullName;

    [Fact]
    public void A_reply_goes_to_the_person_through_the_device_that_was_written_to()
    {
        Pipe(WebhookEvents.Event("A", "the words that came in"), "Send-ChataloMessage -Message Halo");

        var sent = Assert.Single(_chat.Gateway.Messages);
        Assert.Equal(("6281234567890", null, "Halo", EmulatorServer.ReadyDeviceId), (sent.Number, sent.GroupId, sent.Message, sent.DeviceId));
    }

    [Fact]
    public void A_reply_to_what_was_written_in_a_group_goes_to_the_group()
    {
        var group = _chat.Invoke("(Get-ChataloGroup -Device $device)[0].Id", ("device", EmulatorServer.ReadyDeviceId)).Single().ToString();

        Pipe(WebhookEvents.Event("A", group: group), "Send-ChataloMessage -Message Halo");

        var sent = Assert.Single(_chat.Gateway.Messages);
        Assert.Equal((null, group), (sent.Number, sent.GroupId));
    }

    [Fact]
    public void A_reply_can_go_to_the_person_in_a_group_alone()
    {
        Pipe(WebhookEvents.Event("A", group: "120363@g.us"), "ForEach-Object { $_ | Send-ChataloMessage -Number $_.Number -Message Halo }");

        Assert.Equal("6281234567890", Assert.Single(_chat.Gateway.Messages).Number);
    }

    [Fact]
    public void What_came_in_is_never_sent_back_by_accident()
    {
        var run = _chat.Invoke("$json | ConvertFrom-ChataloWebhook | Send-ChataloMessage", ("json", WebhookEvents.Event("A", "secret words")));

        Assert.NotEmpty(run.ErrorIds);
        Assert.Empty(_chat.Gateway.Messages);
    }

    [Fact]
    public void Its_file_is_saved()
    {
        var json = $$"""{"device_id":"{{EmulatorServer.ReadyDeviceId}}","has_media":true,"media_info":{"mimetype":"image/png","file_encoded":"{{EmulatorServer.SampleFileEncoded}}"} }""";

        var file = Pipe(json, "Save-ChataloMedia -Destination $folder").Single();

        Assert.EndsWith(".png", (string)file.Properties["Name"].Value, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Fact]
    public void Its_sender_is_opted_out_also_from_a_group()
    {
        Pipe(WebhookEvents.Event("A", "STOP", "120363@g.us"), "Add-ChataloOptOut -Store $store");

        Assert.Equal(["+6281234567890"], _chat.Invoke("Get-ChataloOptOut -Store $store").Ok().Property("Number"));
    }

    public void Dispose()
    {
        _chat.Dispose();
        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (IOException)
        {
            // A pooled connection may hold the store on Windows; the folder is a temporary one.
        }
    }

    private Run Pipe(string json, string script) =>
        _chat.Invoke("$json | ConvertFrom-ChataloWebhook | " + script, ("json", json), ("folder", _folder), ("store", Path.Combine(_folder, "store.db"))).Ok();
}
