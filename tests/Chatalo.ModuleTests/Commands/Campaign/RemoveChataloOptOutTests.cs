using Chatalo.ModuleTests.Campaigns;

namespace Chatalo.ModuleTests.Commands.Campaign;

public sealed class RemoveChataloOptOutTests : IDisposable
{
    private readonly CampaignBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void It_takes_one_back_whom_the_same_list_then_reaches()
    {
        const string Send = "'08121111111' | Send-ChataloMessage -Message Halo -Campaign test -Store $store";
        _bench.Invoke("'08121111111', '08123333333' | Add-ChataloOptOut -Store $store");
        Assert.Equal(["Skipped"], _bench.Invoke(Send).Outcomes());

        _bench.Invoke("'08121111111' | Remove-ChataloOptOut -Store $store -Confirm:$false");

        Assert.Equal(["Sent"], _bench.Invoke(Send).Outcomes());
        Assert.Equal(["+628123333333"], _bench.Invoke("Get-ChataloOptOut -Store $store").Property("Number"));
    }

    [Fact]
    public void One_that_has_not_opted_out_is_not_found()
        => Assert.Equal(["Chatalo.NotFound"], _bench.Try("Remove-ChataloOptOut 08129999999 -Store $store -Confirm:$false").ErrorIds);
}
