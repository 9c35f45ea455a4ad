using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Webhooks;

public sealed class InvokeChataloWebhookTests : IDisposable
{
    private readonly ModuleSession _session = new();

    [Fact]
    public void Nothing_is_posted_with_WhatIf_and_the_token_is_not_shown()
    {
        var shown = _session.Text("Invoke-ChataloWebhook http://127.0.0.1:1/secret Hi -WhatIf");

        Assert.Contains("127.0.0.1:1", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Invoke-ChataloWebhook http://example.org/x Hi", "Chatalo.InvalidInput")]
    [InlineData("Invoke-ChataloWebhook ftp://127.0.0.1/x Hi", "Chatalo.InvalidInput")]
    [InlineData("Invoke-ChataloWebhook relative Hi", "Chatalo.InvalidInput")]
    [InlineData("Invoke-ChataloWebhook http://127.0.0.1:1/x Hi", "Chatalo.Unreachable")]
    public void What_cannot_be_posted_to_is_an_error(string script, string errorId) => Assert.Equal([errorId], _session.Invoke(script).ErrorIds);

    [Fact]
    public async Task A_stored_message_is_posted_again_as_it_was()
    {
        using var receiver = new ModuleSession();
        using var running = receiver.InvokeAsync("Receive-ChataloMessage -Count 2 -AddressVariable address | ForEach-Object -Begin { $address } -Process { $_.Raw }");
        var uri = (Uri)(await running.WaitForOutputAsync(1))[0].BaseObject;
        var json = WebhookEvents.Event("A");
        var other = WebhookEvents.Event("B");

        _session.Invoke(
            "$json | ConvertFrom-ChataloWebhook | Invoke-ChataloWebhook $uri; $other | ConvertFrom-ChataloWebhook | ForEach-Object { [pscustomobject]@{ Raw = $_.Raw } } | Invoke-ChataloWebhook $uri",
            ("json", json), ("other", other), ("uri", uri)).Ok();

        Assert.Equal([json, other], (await running.Completion).Ok().Output.Skip(1).Select(o => o.ToString()));
    }

    public void Dispose() => _session.Dispose();
}
