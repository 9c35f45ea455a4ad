using Chatalo.Campaigns;
using Chatalo.Sending;

namespace Chatalo.UnitTests.Campaigns;

/// <summary>The pace of a device holds over all workers and campaigns.</summary>
public sealed class PaceTests
{
    private static readonly TimeSpan Wib = TimeSpan.FromHours(7);

    [Theory, BothStores]
    public void The_interval_holds_over_all_workers(StoreKind kind)
    {
        using var test = new TestStore(kind);
        var campaign = test.Campaign(TestStore.Numbers(5), new CampaignSettings { Interval = new Interval(5, 10) });
        using var second = test.Open();

        Assert.Single(test.Claim(campaign, 4, "a").Claimed);
        var refused = test.Claim(campaign, 4, "b", second);
        Assert.Empty(refused.Claimed);
        Assert.True(refused.HasPending);
        Assert.InRange(refused.Wait!.Value.TotalSeconds, 5, 10);

        test.Clock.Advance(refused.Wait.Value - TimeSpan.FromMilliseconds(1));
        Assert.Empty(test.Claim(campaign, 4, "b", second).Claimed);
        test.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Single(test.Claim(campaign, 4, "b", second).Claimed);
        Assert.Empty(test.Claim(campaign, 4, "a").Claimed);
    }

    [Theory, BothStores]
    public void Each_device_has_a_pace_of_its_own(StoreKind kind)
    {
        using var test = new TestStore(kind);
        var campaign = test.Campaign(TestStore.Numbers(2), new CampaignSettings { Interval = new Interval(60, 60) });
        test.Import(campaign, TestStore.Message("62899", device: "device-2"));

        Assert.Equal(["device-1", "device-2"], test.Claim(campaign, 4).Claimed.Select(static c => c.Message.DeviceId));
        Assert.Equal(TimeSpan.FromSeconds(60), test.Claim(campaign, 4).Wait);
    }

    [Theory, BothStores]
    public void A_day_of_the_sessions_zone_has_its_limit(StoreKind kind)
    {
        using var test = new TestStore(kind);
        var campaign = test.Campaign(TestStore.Numbers(5), new CampaignSettings { DailyLimit = 2, UtcOffset = Wib });

        // It is noon at UTC+7.
        Assert.Equal(2, test.Claim(campaign, 9).Claimed.Count);
        var refused = test.Claim(campaign, 9);
        Assert.Empty(refused.Claimed);
        Assert.Equal(TimeSpan.FromHours(12), refused.Wait);

        test.Clock.Advance(TimeSpan.FromHours(12));
        Assert.Equal(2, test.Claim(campaign, 9).Claimed.Count);
    }

    [Theory, BothStores]
    public void What_was_not_sent_does_not_count_for_the_day(StoreKind kind)
    {
        using var test = new TestStore(kind);
        var campaign = test.Campaign(TestStore.Numbers(2), new CampaignSettings { DailyLimit = 1, UtcOffset = Wib });
        test.End(campaign, new ClaimOutcome(test.ClaimOne(campaign), ClaimEnd.Released, new SendResult { Outcome = SendOutcome.Failed }));

        Assert.Single(test.Claim(campaign).Claimed);
        Assert.Empty(test.Claim(campaign).Claimed);
    }

    [Theory, BothStores]
    public void Nothing_goes_outside_the_hours(StoreKind kind)
    {
        using var test = new TestStore(kind);
        DailyWindow.TryParse("20:30-06:00", out var window);
        var campaign = test.Campaign(TestStore.Numbers(2), new CampaignSettings { Window = window, UtcOffset = Wib });

        Assert.Equal(TimeSpan.FromHours(8.5), test.Claim(campaign).Wait);
        test.Clock.Advance(TimeSpan.FromHours(8.5));
        Assert.Single(test.Claim(campaign).Claimed);
        test.Clock.Advance(TimeSpan.FromHours(9.5));
        Assert.Empty(test.Claim(campaign).Claimed);
    }

    [Theory, BothStores]
    public void A_device_that_met_the_gateways_limit_rests_for_all_workers(StoreKind kind)
    {
        using var test = new TestStore(kind);
        var campaign = test.Campaign(TestStore.Numbers(2));
        var claim = test.ClaimOne(campaign);

        test.End(campaign, new ClaimOutcome(claim, ClaimEnd.PutBack, new SendResult { Outcome = SendOutcome.Failed, ErrorId = "Chatalo.RateLimited" }) { Rest = TimeSpan.FromSeconds(20) });

        Assert.Equal(TimeSpan.FromSeconds(20), test.Claim(campaign, owner: "b").Wait);
        test.Clock.Advance(TimeSpan.FromSeconds(20));
        var again = test.ClaimOne(campaign, "b");
        Assert.Equal((claim.Id, 2), (again.Id, again.Attempts));
    }

    [Theory, BothStores]
    public void Too_many_failures_pause_the_campaign_for_all(StoreKind kind)
    {
        using var test = new TestStore(kind);
        var campaign = test.Campaign(TestStore.Numbers(5), new CampaignSettings { MaxFailures = 2 });
        test.Settle(campaign, test.ClaimOne(campaign), SendOutcome.Failed);
        Assert.False(test.Claim(campaign, 0).IsPaused);

        test.Settle(campaign, test.ClaimOne(campaign, "b"), SendOutcome.Unknown, "b");

        var paused = test.Claim(campaign);
        Assert.True(paused.IsPaused);
        Assert.Contains("-MaxFailures", paused.PauseReason);
        Assert.Empty(paused.Claimed);

        test.Store.Resume(campaign.Id, new CampaignSettings(), retryFailed: false, retryUnknown: false);
        test.Settle(campaign, test.ClaimOne(campaign), SendOutcome.Failed);
        Assert.Single(test.Claim(campaign).Claimed);
    }

    [Theory, BothStores]
    public void What_dead_workers_left_counts_as_failures_once(StoreKind kind)
    {
        using var test = new TestStore(kind);
        var campaign = test.Campaign(TestStore.Numbers(5), new CampaignSettings { MaxFailures = 2 });
        var claim = test.ClaimOne(campaign, "dead");
        test.Clock.Advance(TestStore.Lease * 2);
        Assert.False(test.Claim(campaign, 0).IsPaused);
        // Its own word, that it does not know either, changes nothing.
        test.Settle(campaign, claim, SendOutcome.Unknown, "dead");
        Assert.False(test.Claim(campaign, 0).IsPaused);

        test.ClaimOne(campaign, "dead too");
        test.Clock.Advance(TestStore.Lease * 2);
        Assert.True(test.Claim(campaign).IsPaused);
        Assert.Equal(2, test.Store.Describe(campaign).Unknown);
    }

    [Theory]
    [InlineData("08:00-20:00", "07:59", 1)]
    [InlineData("08:00-20:00", "08:00", 0)]
    [InlineData("08:00-20:00", "20:00", 720)]
    [InlineData("22:00-06:00", "05:59", 0)]
    [InlineData("22:00-06:00", "12:00", 600)]
    [InlineData("08:00-24:00", "23:59", 0)]
    [InlineData("00:00-24:00", "00:00", 0)]
    public void Hours_may_wrap_midnight(string text, string time, int minutes)
    {
        Assert.True(DailyWindow.TryParse(text, out var window));
        var at = new DateTimeOffset(2025, 11, 3, 0, 0, 0, Wib) + TimeSpan.Parse(time, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(TimeSpan.FromMinutes(minutes), window.UntilOpen(at));
        Assert.Equal(text, window.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("8-20")]
    [InlineData("08:00")]
    [InlineData("08:00-08:00")]
    [InlineData("24:00-08:00")]
    [InlineData("08:60-09:00")]
    [InlineData("25:00-26:00")]
    [InlineData("24:30-26:00")]
    public void Other_hours_are_refused(string text) => Assert.False(DailyWindow.TryParse(text, out _));
}
