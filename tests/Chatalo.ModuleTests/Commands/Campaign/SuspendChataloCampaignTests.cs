using Chatalo.ModuleTests.Campaigns;

namespace Chatalo.ModuleTests.Commands.Campaign;

public sealed class SuspendChataloCampaignTests : IDisposable
{
    private readonly CampaignBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void A_paused_campaign_records_and_Resume_sends_without_the_list()
    {
        _bench.Invoke("'08121111111' | Send-ChataloMessage -Message Halo -Campaign test -Store $store");
        _bench.Invoke("Suspend-ChataloCampaign test -Reason lunch -Store $store");

        var recorded = _bench.Invoke("'08122222222' | Send-ChataloMessage -Message Halo -Campaign test -Store $store");
        Assert.Contains("paused (lunch)", (string)recorded.Single().Properties["Reason"].Value);
        Assert.Contains(recorded.Warnings, static w => w.Contains("1 messages pending", StringComparison.Ordinal));
        Assert.Equal(1, _bench.Arrived);

        Assert.Equal("+628122222222", _bench.Invoke("Get-ChataloCampaign -Store $store | Resume-ChataloCampaign -Store $store").Single().Properties["Number"].Value);
        Assert.Equal(2, _bench.Count("Sent"));
    }
}
