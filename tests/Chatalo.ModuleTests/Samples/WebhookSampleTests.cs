using Chatalo.ModuleTests.Engine;
using Chatalo.ModuleTests.Webhooks;

namespace Chatalo.ModuleTests.Samples;

/// <summary>The samples of docs/samples that react to incoming messages, as a user runs them, against the emulator.</summary>
public sealed class WebhookSampleTests : IDisposable
{
    private readonly ModuleSession _session = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("chatalo-sample-").FullName;

    public WebhookSampleTests() => _session.Invoke("$emulator = Start-ChataloEmulator -RateLimit 0; $null = $emulator | Connect-Chatalo").Ok();

    [Fact]
    public async Task The_bot_answers_people_in_private_and_groups_in_the_group()
    {
        var group = _session.Invoke("(Get-ChataloGroup -Device $device)[0].Id", ("device", WebhookEvents.ReadyDevice)).Single().ToString();
        await RunAsync(
            "auto-reply.ps1",
            WebhookEvents.Event("1", "Halo semua"),
            WebhookEvents.Event("2", "JAM?", group),
            WebhookEvents.Event("3", "something else"),
            WebhookEvents.Event("4", "alamat", fromMe: true));

        var sent = _session.Invoke("Get-ChataloEmulatorMessage").Ok();

        Assert.Equal(["+6281234567890", null], sent.Property("Number"));
        Assert.Contains("Halo Ari!", (string)sent.Property("Message")[0]!, StringComparison.Ordinal);
        Assert.Contains("08.00", (string)sent.Property("Message")[1]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_writes_stop_is_told_so_and_opted_out()
    {
        _session.Invoke("$null = $emulator | Connect-Chatalo -Store $store", ("store", Store)).Ok();
        await RunAsync("opt-out.ps1", WebhookEvents.Event("1", "please do not stop"), WebhookEvents.Event("2", " STOP! ", "120363@g.us", "6281555511110"));

        Assert.Equal(["+6281555511110"], _session.Invoke("Get-ChataloOptOut").Ok().Property("Number"));
        Assert.Equal(["+6281555511110"], _session.Invoke("Get-ChataloEmulatorMessage").Ok().Property("Number"));
        Assert.Equal("Skipped", $"{_session.Invoke("'6281555511110' | Send-ChataloMessage -Message Promo -Device $device", ("device", WebhookEvents.ReadyDevice)).Single().Properties["Outcome"].Value}");
    }

    [Fact]
    public async Task Who_cannot_be_told_is_opted_out_all_the_same()
    {
        _session.Invoke(
            "$null = $emulator | Connect-Chatalo -Store $store; Set-ChataloEmulatorFault Status -StatusCode 400 -Path /messages; $ErrorActionPreference = 'Stop'", ("store", Store)).Ok();
        await PlayAsync("opt-out.ps1", WebhookEvents.Event("1", "STOP"));

        Assert.Single(_session.Invoke("Get-ChataloOptOut").Ok().Output);
        Assert.Empty(_session.Invoke("Get-ChataloEmulatorMessage").Ok().Output);
    }

    [Theory]
    [InlineData("[pscustomobject]@{ WebhookName = 'chatalo'; RequestBody = $json }")]
    [InlineData("\"{WebhookName:chatalo,RequestBody:$json,RequestHeader:{Host:x}}\"")]
    public void The_runbook_answers_from_any_webhook_data(string webhookData)
    {
        _session.Invoke($"{SampleScripts.Call("webhook-runbook.ps1")} -WebhookData ({webhookData})", ("json", WebhookEvents.Event("1", "status?"))).Single();

        Assert.Equal(["+6281234567890"], _session.Invoke("Get-ChataloEmulatorMessage").Ok().Property("Number"));
    }

    public void Dispose()
    {
        _session.Invoke("Stop-ChataloEmulator").Ok();
        _session.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private string Store => Path.Combine(_folder, "store.db");

    private async Task RunAsync(string sample, params string[] events) => (await PlayAsync(sample, events)).Ok();

    private async Task<Run> PlayAsync(string sample, params string[] events)
    {
        var port = WebhookEvents.FreePort();
        using var running = _session.InvokeAsync($"{SampleScripts.Call(sample)} -Port {port} -Token t -Count {events.Length}");
        foreach (var body in events)
        {
            await WebhookEvents.DeliverAsync(new Uri($"http://127.0.0.1:{port}/t"), body);
        }

        return await running.Completion;
    }
}
