using System.Management.Automation;
using Chatalo.Emulator;
using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Commands.Webhook;

/// <summary>Saying where incoming messages are to go.</summary>
public sealed class SetChataloWebhookTests : IDisposable
{
    private readonly EmulatedSession _chat = new();

    [Theory]
    [InlineData("Set-ChataloWebhook https://hooks.example/in?token=1")]
    [InlineData("Set-ChataloWebhook -Uri https://hooks.example/in?token=1")]
    [InlineData("[pscustomobject]@{ Url = 'https://hooks.example/in?token=1' } | Set-ChataloWebhook")]
    public void It_is_set_and_shown(string script)
    {
        Assert.Equal("https://hooks.example/in?token=1", _chat.Invoke(script).Single().Properties["Url"].Value);

        Assert.Equal("https://hooks.example/in?token=1", _chat.Gateway.WebhookUrl);
    }

    [Theory]
    [InlineData("ftp://hooks.example/in")]
    [InlineData("hooks.example/in")]
    [InlineData("file:///in")]
    public void What_is_no_web_address_is_refused_before_a_call(string url)
    {
        _chat.Invoke("Set-ChataloWebhook $url", ("url", url)).OneError("Chatalo.InvalidInput", ErrorCategory.InvalidArgument);

        Assert.Empty(_chat.Asked);
    }

    [Fact]
    public void WhatIf_sets_nothing_and_does_not_show_the_token()
    {
        _chat.Invoke("Set-ChataloWebhook https://hooks.example/in?token=sesame -WhatIf").Ok();

        var said = _chat.Host.TakeText();
        Assert.Contains("https://hooks.example", said, StringComparison.Ordinal);
        Assert.DoesNotContain("sesame", said, StringComparison.Ordinal);
        Assert.Null(_chat.Gateway.WebhookUrl);
    }

    [Fact]
    public void A_lost_answer_is_not_asked_for_again()
    {
        _chat.Fault(new FaultRule { Kind = FaultKind.ResetAfter });

        _chat.Invoke("Set-ChataloWebhook https://hooks.example/in").OneError("Chatalo.Unreachable", ErrorCategory.ConnectionError);

        Assert.Single(_chat.Asked);
    }

    public void Dispose() => _chat.Dispose();
}
