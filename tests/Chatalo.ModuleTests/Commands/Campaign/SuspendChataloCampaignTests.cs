namespace Chatalo.ModuleTests.Commands.Campaign;

public sealed class SuspendChataloCampaignTests : IDisposable
{
    private readonly CampaignPrompt _prompt = new();

    [Fact]
    public void It_pauses_the_campaign_in_its_store()
    {
        _prompt.SendTwo();

        _ = _prompt.Invoke("Suspend-ChataloCampaign nov -Store $store").Ok();

        Assert.Equal("Paused", _prompt.Invoke("Get-ChataloCampaign nov -Store $store").Single().Properties["State"].Value.ToString());
    }

    public void Dispose() => _prompt.Dispose();
}
