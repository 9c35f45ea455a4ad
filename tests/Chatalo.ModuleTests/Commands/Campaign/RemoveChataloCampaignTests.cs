namespace Chatalo.ModuleTests.Commands.Campaign;

public sealed class RemoveChataloCampaignTests : IDisposable
{
    private readonly CampaignPrompt _prompt = new();

    [Fact]
    public void It_removes_the_record_and_only_without_WhatIf()
    {
        _prompt.SendTwo();

        _ = _prompt.Invoke("Remove-ChataloCampaign nov -Store $store -WhatIf").Ok();
        Assert.Single(_prompt.Invoke("Get-ChataloCampaign -Store $store").Ok().Output);
        _ = _prompt.Invoke("Remove-ChataloCampaign nov -Store $store -Confirm:$false").Ok();

        Assert.Empty(_prompt.Invoke("Get-ChataloCampaign -Store $store").Ok().Output);
    }

    public void Dispose() => _prompt.Dispose();
}
