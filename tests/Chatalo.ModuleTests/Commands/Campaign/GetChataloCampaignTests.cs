namespace Chatalo.ModuleTests.Commands.Campaign;

public sealed class GetChataloCampaignTests : IDisposable
{
    private readonly CampaignPrompt _prompt = new();

    [Fact]
    public void It_counts_what_became_of_the_recipients()
    {
        _prompt.SendTwo();

        var campaign = _prompt.Invoke("Get-ChataloCampaign -Store $store").Single();

        Assert.Equal("nov", campaign.Properties["Name"].Value);
        Assert.Equal(2L, campaign.Properties["Sent"].Value);
        Assert.Equal(0L, campaign.Properties["Pending"].Value);
    }

    [Fact]
    public void Names_are_matched_with_wildcards()
    {
        _prompt.SendTwo();

        Assert.Single(_prompt.Invoke("Get-ChataloCampaign n* -Store $store").Ok().Output);
        Assert.Empty(_prompt.Invoke("Get-ChataloCampaign x* -Store $store").Ok().Output);
    }

    public void Dispose() => _prompt.Dispose();
}
