namespace Chatalo.ModuleTests.Commands.Campaign;

public sealed class GetChataloOptOutTests : IDisposable
{
    private readonly CampaignPrompt _prompt = new();

    [Fact]
    public void It_says_who_why_and_when()
    {
        _ = _prompt.Invoke("'081234567890', '081234567891' | Add-ChataloOptOut -Reason STOP -Store $store").Ok();

        var all = _prompt.Invoke("Get-ChataloOptOut -Store $store").Ok();

        Assert.Equal(["6281234567890", "6281234567891"], all.Property("Number").Select(n => (string)n!).Order());
        Assert.All(all.Output, o => Assert.Equal("STOP", o.Properties["Reason"].Value));
        Assert.Single(_prompt.Invoke("Get-ChataloOptOut 0812-3456-7890 -Store $store").Ok().Output);
    }

    public void Dispose() => _prompt.Dispose();
}
