using System.Management.Automation;
using Chatalo.Emulator;
using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Commands.Webhook;

/// <summary>Where incoming messages go.</summary>
public sealed class GetChataloWebhookTests : IDisposable
{
    private readonly EmulatedSession _chat = new();

    [Fact]
    public void It_shows_the_address_or_that_there_is_none()
    {
        var run = _chat.Invoke("Get-ChataloWebhook; $null = Set-ChataloWebhook https://hooks.example/in; Get-ChataloWebhook").Ok();

        Assert.All(run.Output, static hook => Assert.Equal("Chatalo.Webhook", hook.BaseObject.GetType().FullName));
        Assert.Equal([null, "https://hooks.example/in"], run.Property("Url"));
    }

    [Theory]
    [InlineData("""{"data":[],"meta":{"code":200}}""")]
    [InlineData("""{"data":{"url":""},"meta":{"code":200}}""")]
    [InlineData("""{"data":{"url":null},"meta":{"code":200}}""")]
    public void However_the_gateway_says_none_it_is_null(string body)
    {
        _chat.Fault(new FaultRule { Kind = FaultKind.Status, StatusCode = 200, Body = body });

        Assert.Null(_chat.Invoke("Get-ChataloWebhook").Single().Properties["Url"].Value);
    }

    [Fact]
    public void A_gateway_that_fails_for_good_is_an_error()
    {
        using var chat = new EmulatedSession("-MaximumRetryCount 1");
        chat.Fault(new FaultRule { Kind = FaultKind.Status, StatusCode = 500 });

        chat.Invoke("Get-ChataloWebhook").OneError("Chatalo.ServerError", ErrorCategory.InvalidResult);
        Assert.Equal(2, chat.Asked.Count);
    }

    public void Dispose() => _chat.Dispose();
}
