namespace Chatalo.ModuleTests.Commands.Campaign;

public sealed class RemoveChataloOptOutTests : IDisposable
{
    private readonly CampaignPrompt _prompt = new();

    [Fact]
    public void It_takes_one_back_and_leaves_the_others()
    {
        _ = _prompt.Invoke("'081234567890', '081234567891' | Add-ChataloOptOut -Store $store").Ok();

        _ = _prompt.Invoke("Remove-ChataloOptOut 081234567890 -Store $store -Confirm:$false").Ok();

        Assert.Equal("6281234567891", _prompt.Invoke("Get-ChataloOptOut -Store $store").Single().Properties["Number"].Value);
    }

    public void Dispose() => _prompt.Dispose();
}
