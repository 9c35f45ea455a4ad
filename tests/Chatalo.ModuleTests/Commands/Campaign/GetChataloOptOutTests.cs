using Chatalo.ModuleTests.Campaigns;

namespace Chatalo.ModuleTests.Commands.Campaign;

public sealed class GetChataloOptOutTests : IDisposable
{
    private readonly CampaignBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void It_says_who_why_and_when()
    {
        _bench.Invoke("'081234567890', '081234567891' | Add-ChataloOptOut -Reason STOP -Store $store");

        var all = _bench.Invoke("Get-ChataloOptOut -Store $store");

        Assert.Equal(["+6281234567890", "+6281234567891"], all.Property("Number"));
        Assert.All(all.Output, static o => Assert.Equal("STOP", o.Properties["Reason"].Value));
        Assert.Single(_bench.Invoke("Get-ChataloOptOut 0812-3456-7890 -Store $store").Output);
    }
}
