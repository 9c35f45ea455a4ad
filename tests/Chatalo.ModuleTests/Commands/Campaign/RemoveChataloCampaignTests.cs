using Chatalo.ModuleTests.Campaigns;

namespace Chatalo.ModuleTests.Commands.Campaign;

public sealed class RemoveChataloCampaignTests : IDisposable
{
    private readonly CampaignBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void It_removes_the_record_and_only_without_WhatIf()
    {
        _bench.Invoke("'081234567890', '081234567891' | Send-ChataloMessage -Message Halo -Campaign test -Store $store");

        _bench.Invoke("Remove-ChataloCampaign test -Store $store -WhatIf");
        Assert.Single(_bench.Invoke("Get-ChataloCampaign -Store $store").Output);
        _bench.Invoke("Remove-ChataloCampaign test -Store $store -Confirm:$false");

        Assert.Empty(_bench.Invoke("Get-ChataloCampaign -Store $store").Output);
    }
}
