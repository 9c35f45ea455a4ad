using System.Net.Sockets;
using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Webhooks;

public sealed class ReceiveChataloMessageTests : IDisposable
{
    // The address is the first thing written, then the messages.
    private const string Receive = "Receive-ChataloMessage -AddressVariable address {0} | ForEach-Object -Begin {{ $address }} -Process {{ {1} }}";

    private readonly ModuleSession _session = new();

    [Fact]
    public async Task Messages_stream_and_re_deliveries_do_not()
    {
        using var running = Start("-Count 3");
        var uri = await AddressAsync(running);
        foreach (var id in new[] { "A", "A", "B", "A", "C" })
        {
            await WebhookEvents.DeliverAsync(uri, WebhookEvents.Event(id));
        }

        var run = (await running.Completion).Ok();

        Assert.Equal(["A", "B", "C"], run.Output.Skip(1).Select(m => m.Properties["Id"].Value));
        Assert.Contains(run.Information, text => text.Contains(uri.AbsoluteUri, StringComparison.Ordinal));
        await AssertClosedAsync(uri);
    }

    [Fact]
    public async Task Stopping_closes_the_port()
    {
        using var running = Start("");
        var uri = await AddressAsync(running);

        await running.StopAsync();

        await AssertClosedAsync(uri);
    }

    [Fact]
    public async Task Enough_downstream_closes_the_port()
    {
        using var running = _session.InvokeAsync(string.Format(Receive, "", "$_.Id") + " | Select-FirstObject -First 2");
        var uri = await AddressAsync(running);
        await WebhookEvents.DeliverAsync(uri, WebhookEvents.Event("A"));

        Assert.Equal("A", (await running.Completion).Ok().Output[1].ToString());
        await AssertClosedAsync(uri);
    }

    [Fact]
    public async Task Time_ends_it_with_what_had_come()
    {
        using var running = Start("-TimeoutSec 3");
        await WebhookEvents.DeliverAsync(await AddressAsync(running), WebhookEvents.Event("A"));

        Assert.Equal(2, (await running.Completion).Ok().Output.Count);
    }

    [Fact]
    public async Task What_is_not_json_is_an_error_that_ends_nothing()
    {
        using var running = Start("-Count 1");
        var uri = await AddressAsync(running);
        using (var poster = new ModuleSession())
        {
            Assert.Equal(400, poster.Invoke("Invoke-ChataloWebhook $uri -Raw oops", ("uri", uri)).Single().Properties["StatusCode"].Value);
            Assert.Equal(404, poster.Invoke("Invoke-ChataloWebhook \"${uri}x\" Hi").Single().Properties["StatusCode"].Value);
            Assert.Equal(200, poster.Invoke("Invoke-ChataloWebhook $uri Hi -From 628999").Single().Properties["StatusCode"].Value);
        }

        var run = await running.Completion;

        Assert.Equal(["Chatalo.InvalidInput"], run.ErrorIds);
        Assert.Equal(["Hi", "+628999"], new[] { "Text", "Number" }.Select(p => run.Output[1].Properties[p].Value));
    }

    [Theory]
    [InlineData("-Prefix https://+:8443/")]
    [InlineData("-Prefix ftp://x/")]
    [InlineData("-Prefix http://192.0.2.1:8080/")]
    [InlineData("-Prefix http://host.example:8080/")]
    [InlineData("-Token a/b")]
    public void What_cannot_be_listened_on_is_refused_with_the_remedy(string arguments)
    {
        var run = _session.Invoke($"try {{ Receive-ChataloMessage {arguments} }} catch {{ $_.FullyQualifiedErrorId.Split(',')[0]; $_.ErrorDetails.RecommendedAction }}");

        Assert.Equal("Chatalo.InvalidInput", run.Output[0].ToString());
        Assert.StartsWith("Give ", run.Output[1].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_prefix_has_its_path_before_the_token()
    {
        var port = WebhookEvents.FreePort();
        using var running = Start($"-Prefix http://localhost:{port}/whatsapp/ -Token t -Count 1");
        var uri = await AddressAsync(running);
        await WebhookEvents.DeliverAsync(uri, WebhookEvents.Event("A"));

        Assert.Equal($"http://localhost:{port}/whatsapp/t", uri.AbsoluteUri);
        (await running.Completion).Ok();
    }

    public void Dispose() => _session.Dispose();

    private RunningScript Start(string arguments) => _session.InvokeAsync(string.Format(Receive, arguments, "$_"));

    private static async Task<Uri> AddressAsync(RunningScript running) => Assert.IsType<Uri>((await running.WaitForOutputAsync(1))[0].BaseObject);

    private static async Task AssertClosedAsync(Uri uri)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await Assert.ThrowsAsync<SocketException>(() => socket.ConnectAsync(uri.Host, uri.Port));
    }
}
