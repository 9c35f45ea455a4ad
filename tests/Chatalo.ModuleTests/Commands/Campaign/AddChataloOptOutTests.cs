using Chatalo.ModuleTests.Campaigns;

namespace Chatalo.ModuleTests.Commands.Campaign;

public sealed class AddChataloOptOutTests : IDisposable
{
    private readonly CampaignBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Who_opted_out_is_skipped_by_campaigns_and_by_plain_messages_where_a_store_is_named()
    {
        var added = _bench.Invoke("[pscustomobject]@{ Number = '0812-1111-111'; Reason = 'STOP' }, '08123333333' | Add-ChataloOptOut -Store $store");
        Assert.Equal(["+628121111111", "+628123333333"], added.Property("Number"));

        Assert.Equal(["Sent", "Skipped"], _bench.Invoke("'08121111111', '08122222222' | Send-ChataloMessage -Message Halo -Campaign test -Store $store").Outcomes());
        Assert.Equal(["Skipped"], _bench.Invoke("'08121111111' | Send-ChataloMessage -Message Halo -Store $store").Outcomes());
        Assert.Equal("Skipped", $"{_bench.Invoke("Get-ChataloDelivery test -Number 08121111111 -Store $store").Single().Properties["Status"].Value}");
        Assert.Equal(1, _bench.Arrived);
    }

    [Fact]
    public void A_number_that_is_none_is_refused_and_the_others_are_taken()
    {
        var run = _bench.Try("'no number', '08123333333' | Add-ChataloOptOut -Store $store");

        Assert.Equal(["Chatalo.InvalidInput"], run.ErrorIds);
        Assert.Equal(["+628123333333"], run.Property("Number"));
    }
}
