using Chatalo.ModuleTests.Campaigns;

namespace Chatalo.ModuleTests.Commands.Campaign;

public sealed class ResumeChataloCampaignTests : IDisposable
{
    private readonly CampaignBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Failed_messages_are_sent_again_only_when_asked()
    {
        _bench.Invoke("Set-ChataloEmulatorFault Status -StatusCode 400 -Count 1");
        Assert.Equal(["Failed"], _bench.Try("'08121111111' | Send-ChataloMessage -Message Halo -Campaign test -Store $store").Outcomes());

        Assert.Empty(_bench.Invoke("Resume-ChataloCampaign test -Store $store").Output);
        Assert.Equal(["Sent"], _bench.Invoke("Resume-ChataloCampaign test -RetryFailed -Store $store").Outcomes());
    }

    [Fact]
    public void A_lost_answer_is_unknown_and_sent_again_only_when_asked()
    {
        _bench.Invoke("Set-ChataloEmulatorFault ResetAfter -Count 1");
        Assert.Equal(["Unknown"], _bench.Try("'08121111111' | Send-ChataloMessage -Message Halo -Campaign test -Store $store").Outcomes());

        Assert.Equal(["Skipped"], _bench.Invoke("'08121111111' | Send-ChataloMessage -Message Halo -Campaign test -Store $store").Outcomes());
        Assert.Empty(_bench.Invoke("Resume-ChataloCampaign test -Store $store").Output);
        Assert.Equal(["Sent"], _bench.Invoke("Resume-ChataloCampaign test -RetryUnknown -Store $store").Outcomes());
    }

    [Fact]
    public void One_that_is_not_there_is_not_found()
        => Assert.Equal(["Chatalo.NotFound"], _bench.Try("Resume-ChataloCampaign none -Store $store").ErrorIds);
}
