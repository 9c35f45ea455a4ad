namespace Chatalo.ModuleTests.Commands.Campaign;

public sealed class AddChataloOptOutTests : IDisposable
{
    private readonly CampaignPrompt _prompt = new();

    [Fact]
    public void Who_opted_out_is_skipped_by_a_campaign()
    {
        _ = _prompt.Invoke("Add-ChataloOptOut 0812-3456-7890 -Reason STOP -Store $store").Ok();

        _prompt.SendTwo();

        Assert.Equal(["6281234567891"], _prompt.Chat.Gateway.DeliveriesByRecipient().Keys);
        Assert.Equal("Skipped", _prompt.Invoke("Get-ChataloDelivery nov -Store $store | Where-Object Number -eq 6281234567890").Single().Properties["Status"].Value.ToString());
    }

    public void Dispose() => _prompt.Dispose();
}
