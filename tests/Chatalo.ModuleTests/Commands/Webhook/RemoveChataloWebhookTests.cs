using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Commands.Webhook;

/// <summary>Taking the webhook back asks first.</summary>
public sealed class RemoveChataloWebhookTests : IDisposable
{
    private readonly EmulatedSession _chat = new();

    public RemoveChataloWebhookTests() => _chat.Invoke("$null = Set-ChataloWebhook https://hooks.example/in").Ok();

    [Theory]
    [InlineData("y", null)]
    [InlineData("n", "https://hooks.example/in")]
    public void It_asks_and_does_as_it_is_told(string answer, string? left)
    {
        _chat.Host.Answers.Enqueue(answer);

        Assert.Empty(_chat.Invoke("Remove-ChataloWebhook").Ok().Output);

        Assert.Equal(left, _chat.Gateway.WebhookUrl);
    }

    [Fact]
    public void Confirm_false_asks_nothing()
    {
        _chat.Invoke("Remove-ChataloWebhook -Confirm:$false").Ok();

        Assert.Null(_chat.Gateway.WebhookUrl);
        Assert.Empty(_chat.Host.Questions);
    }

    [Fact]
    public void WhatIf_removes_nothing()
    {
        _chat.Invoke("Remove-ChataloWebhook -WhatIf").Ok();

        Assert.NotNull(_chat.Gateway.WebhookUrl);
    }

    public void Dispose() => _chat.Dispose();
}
