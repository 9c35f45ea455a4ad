using Chatalo.ModuleTests.Campaigns;

namespace Chatalo.ModuleTests.Commands.Campaign;

public sealed class GetChataloDeliveryTests : IDisposable
{
    private readonly CampaignBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void It_lists_each_recipient_with_what_became_of_it()
    {
        _bench.Invoke("'081234567890', '081234567891' | Send-ChataloMessage -Message Halo -Campaign test -Store $store");

        var run = _bench.Invoke("Get-ChataloDelivery test -Store $store");

        Assert.Equal(["+6281234567890", "+6281234567891"], run.Property("Number"));
        Assert.All(run.Output, static d => Assert.Equal("Sent Halo", $"{d.Properties["Status"].Value} {d.Properties["Message"].Value}"));
    }

    [Fact]
    public void It_is_narrowed_by_status_and_number()
    {
        _bench.Invoke("'081234567890', '081234567891' | Send-ChataloMessage -Message Halo -Campaign test -Store $store");

        Assert.Empty(_bench.Invoke("Get-ChataloDelivery test -Status Failed, Unknown -Store $store").Output);
        Assert.Equal(2, _bench.Invoke("Get-ChataloCampaign -Store $store | Get-ChataloDelivery -Store $store -Status Sent").Output.Count);
        Assert.Equal("+6281234567891", _bench.Invoke("Get-ChataloDelivery test -Number 0812-3456-7891 -Store $store").Single().Properties["Number"].Value);
    }

    [Fact]
    public void A_campaign_that_is_not_there_is_not_found()
        => Assert.Equal(["Chatalo.NotFound"], _bench.Try("Get-ChataloDelivery none -Store $store").ErrorIds);
}
