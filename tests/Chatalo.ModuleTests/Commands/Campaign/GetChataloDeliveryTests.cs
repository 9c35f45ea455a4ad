namespace Chatalo.ModuleTests.Commands.Campaign;

public sealed class GetChataloDeliveryTests : IDisposable
{
    private readonly CampaignPrompt _prompt = new();

    [Fact]
    public void It_lists_each_recipient_with_what_became_of_it()
    {
        _prompt.SendTwo();

        var run = _prompt.Invoke("Get-ChataloDelivery nov -Store $store").Ok();

        Assert.Equal(["6281234567890", "6281234567891"], run.Property("Number").Select(n => (string)n!).Order());
        Assert.All(run.Output, d => Assert.Equal("Sent", d.Properties["Status"].Value.ToString()));
    }

    [Fact]
    public void It_is_narrowed_by_status()
    {
        _prompt.SendTwo();

        Assert.Empty(_prompt.Invoke("Get-ChataloDelivery nov -Status Unknown -Store $store").Ok().Output);
    }

    public void Dispose() => _prompt.Dispose();
}
