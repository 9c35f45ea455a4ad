using Chatalo.Campaigns;

namespace Chatalo.UnitTests.Campaigns;

/// <summary>The day of -DailyLimit is the device's, whatever the zones of the sessions are.</summary>
public sealed class DeviceDayTests
{
    [Theory, BothStores]
    public void Sessions_of_different_zones_share_one_limit(StoreKind kind)
    {
        using var test = new TestStore(kind);
        var campaign = test.Campaign(TestStore.Numbers(100), Settings(7));
        var sent = 0;
        var notes = new List<string>();
        for (var offset = -12; offset <= 14; offset++)
        {
            var mine = test.Store.Ensure("nov", Settings(offset));
            var answer = test.Claim(mine, 9);
            sent += answer.Claimed.Count;
            notes.AddRange(answer.Notes);
        }

        Assert.Equal(5, sent);
        Assert.All(notes, static note => Assert.Contains("at midnight of UTC-12:00", note));
        Assert.Contains(notes, static note => note.Contains("UTC+14:00", StringComparison.Ordinal) && note.Contains("-UseSessionZone", StringComparison.Ordinal));
    }

    [Theory, BothStores]
    public void Also_over_campaigns_of_one_device(StoreKind kind)
    {
        using var test = new TestStore(kind);
        var campaign = test.Campaign(TestStore.Numbers(100), Settings(7));
        Assert.Equal(5, test.Claim(campaign, 9).Claimed.Count);

        var other = test.Store.Ensure("dec", Settings(14));
        test.Import(other, TestStore.Message("62899"));

        Assert.Empty(test.Claim(other, 9).Claimed);
    }

    [Theory, BothStores]
    public void The_day_ends_at_midnight_of_the_first_zone(StoreKind kind)
    {
        using var test = new TestStore(kind);
        var campaign = test.Campaign(TestStore.Numbers(100), Settings(7));
        test.Claim(campaign, 9);
        campaign = test.Store.Ensure("nov", Settings(-5));

        // It is noon at UTC+7.
        Assert.Equal(TimeSpan.FromHours(12), test.Claim(campaign, 9).Wait);
        test.Clock.Advance(TimeSpan.FromHours(12));
        Assert.Equal(5, test.Claim(campaign, 9).Claimed.Count);
    }

    [Theory, BothStores]
    public void Changed_on_purpose_what_went_today_counts_on(StoreKind kind)
    {
        using var test = new TestStore(kind);
        var campaign = test.Campaign(TestStore.Numbers(100), Settings(7));
        test.Claim(campaign, 9);

        test.Store.SetZone(campaign.Id, TimeSpan.FromHours(-5));
        campaign = test.Store.Ensure("nov", Settings(-5));

        var answer = test.Claim(campaign, 9);
        Assert.Empty(answer.Claimed);
        Assert.Empty(answer.Notes);
        // It is midnight at UTC-5.
        Assert.Equal(TimeSpan.FromHours(24), answer.Wait);
    }

    private static CampaignSettings Settings(int offset) => new() { DailyLimit = 5, UtcOffset = TimeSpan.FromHours(offset) };
}
