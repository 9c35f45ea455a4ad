using Chatalo.ModuleTests.Campaigns;

namespace Chatalo.ModuleTests.Commands.Campaign;

public sealed class GetChataloCampaignTests : IDisposable
{
    private readonly CampaignBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void It_shows_counts_and_pace()
    {
        var run = _bench.Invoke(
            "[pscustomobject]@{ Number = '08121111111'; Nama = 'Ani' } | Send-ChataloMessage -Template 'Halo {Nama}' -Campaign test -Store $store -Interval 5-10 -DailyLimit 500 -Between 00:00-24:00 -MaxFailures 3");

        Assert.Equal("Ani", run.Single().Properties["InputObject"].Value is System.Management.Automation.PSObject input ? input.Properties["Nama"].Value : null);
        var shown = _bench.Invoke("Get-ChataloCampaign TE* -Store $store").Single();
        Assert.Equal((1L, "5-10", 500, "00:00-24:00", 3), (
            (long)shown.Properties["Sent"].Value, (string)shown.Properties["Interval"].Value, (int)shown.Properties["DailyLimit"].Value,
            (string)shown.Properties["Between"].Value, (int)shown.Properties["MaxFailures"].Value));
        Assert.Equal("Halo Ani", _bench.Invoke("Get-ChataloCampaign -Store $store | Get-ChataloDelivery -Store $store -Status Sent").Single().Properties["Message"].Value);
        Assert.Equal("Sent", $"{_bench.Invoke("Get-ChataloDelivery test -Number 0812-1111-111 -Store $store").Single().Properties["Status"].Value}");
        Assert.Empty(_bench.Invoke("Get-ChataloDelivery test -Status Failed, Unknown -Store $store").Output);
    }

    [Fact]
    public void It_says_whether_it_runs_is_paused_or_has_nothing_left_to_do()
    {
        string State() => $"{_bench.Invoke("Get-ChataloCampaign test -Store $store").Single().Properties["State"].Value}";

        _bench.Invoke("'081234567890' | Send-ChataloMessage -Message Halo -Campaign test -Store $store");
        Assert.Equal("Completed", State());
        _bench.Invoke("Suspend-ChataloCampaign test -Store $store");
        Assert.Equal("Paused", State());
        _bench.Invoke("'081234567891' | Send-ChataloMessage -Message Halo -Campaign test -Store $store -WarningAction SilentlyContinue; Resume-ChataloCampaign test -Store $store");
        Assert.Equal("Completed", State());
    }

    [Fact]
    public void Names_are_matched_with_wildcards()
    {
        _bench.Invoke("'081234567890', '081234567891' | Send-ChataloMessage -Message Halo -Campaign test -Store $store");

        Assert.Single(_bench.Invoke("Get-ChataloCampaign t* -Store $store").Output);
        Assert.Empty(_bench.Invoke("Get-ChataloCampaign x* -Store $store").Output);
    }

    [Fact]
    public void One_that_is_not_there_is_not_found()
        => Assert.Equal(["Chatalo.NotFound"], _bench.Try("Get-ChataloCampaign none -Store $store").ErrorIds);
}
