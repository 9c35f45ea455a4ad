namespace Chatalo.ModuleTests.Commands.Campaign;

public sealed class ResumeChataloCampaignTests : IDisposable
{
    private readonly CampaignPrompt _prompt = new();

    [Fact]
    public void It_sends_what_failed_when_asked_and_nothing_otherwise()
    {
        _prompt.Chat.Fault(new Chatalo.Emulator.FaultRule { Kind = Chatalo.Emulator.FaultKind.Status, StatusCode = 400, Path = "/messages", Count = 1 });
        _ = _prompt.Invoke("'081234567890', '081234567891' | Send-ChataloMessage -Message Halo -Campaign nov -Store $store");

        Assert.Empty(_prompt.Invoke("Resume-ChataloCampaign nov -Store $store").Ok().Output);
        var again = _prompt.Invoke("Resume-ChataloCampaign nov -Store $store -RetryFailed").Single();

        Assert.Equal("Sent", again.Properties["Outcome"].Value.ToString());
        Assert.All(_prompt.Chat.Gateway.DeliveriesByRecipient(), d => Assert.Equal(1, d.Value));
        Assert.Equal(2, _prompt.Chat.Gateway.DeliveriesByRecipient().Count);
    }

    public void Dispose() => _prompt.Dispose();
}
