using Chatalo.Campaigns;
using Chatalo.Sending;
using CsCheck;

namespace Chatalo.UnitTests.Campaigns;

/// <summary>No stored time holds anybody longer than the rule it stands for: what is further in the future was written under a wrong clock.</summary>
public sealed class WrongClockTests
{
    private static readonly TimeSpan Wib = TimeSpan.FromHours(7);

    [Theory, BothStores]
    public void Without_an_interval_nothing_is_waited_for(StoreKind kind)
    {
        using var test = new TestStore(kind);
        test.Clock.AdjustTime(test.Clock.GetUtcNow() + TimeSpan.FromHours(7));
        var campaign = test.Campaign(TestStore.Numbers(5));
        test.Settle(campaign, test.ClaimOne(campaign), SendOutcome.Sent);
        GoBack(test, TimeSpan.FromHours(7));

        var answer = test.Claim(campaign, 2);

        Assert.Equal(2, answer.Claimed.Count);
        Assert.Empty(answer.Notes);
    }

    [Theory, BothStores]
    public void A_gap_holds_no_longer_than_the_interval_and_it_is_said_once(StoreKind kind)
    {
        using var test = new TestStore(kind);
        test.Clock.AdjustTime(test.Clock.GetUtcNow() + TimeSpan.FromHours(7));
        var campaign = test.Campaign(TestStore.Numbers(5), new CampaignSettings { Interval = new Interval(5, 10) });
        test.Settle(campaign, test.ClaimOne(campaign), SendOutcome.Sent);
        GoBack(test, TimeSpan.FromHours(7));

        var answer = test.Claim(campaign, 2);

        Assert.Contains("a clock was wrong", Assert.Single(answer.Notes));
        Assert.InRange(answer.Wait!.Value, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.Empty(test.Claim(campaign, 2).Notes);
        test.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Single(test.Claim(campaign, 2).Claimed);
    }

    [Theory, BothStores]
    public void A_rest_holds_no_longer_than_the_rest(StoreKind kind)
    {
        using var test = new TestStore(kind);
        test.Clock.AdjustTime(test.Clock.GetUtcNow() + TimeSpan.FromDays(1));
        var campaign = test.Campaign(TestStore.Numbers(2));
        test.End(campaign, new ClaimOutcome(test.ClaimOne(campaign), ClaimEnd.PutBack, new SendResult { Outcome = SendOutcome.Failed }) { Rest = TimeSpan.FromSeconds(20) });
        GoBack(test, TimeSpan.FromDays(1));

        Assert.Equal(TimeSpan.FromSeconds(20), test.Claim(campaign).Wait);
    }

    [Theory, BothStores]
    public void A_killed_workers_lease_ends_after_its_length(StoreKind kind)
    {
        using var test = new TestStore(kind);
        test.Clock.AdjustTime(test.Clock.GetUtcNow() + TimeSpan.FromHours(7));
        var campaign = test.Campaign(["62811"]);
        test.ClaimOne(campaign, "dead");
        GoBack(test, TimeSpan.FromHours(7));

        Assert.Contains("leases", Assert.Single(test.Claim(campaign).Notes));
        Assert.Equal(DeliveryStatus.Sending, test.Delivery(campaign, "62811").Status);
        test.Clock.Advance(TestStore.Lease + TimeSpan.FromSeconds(1));
        Assert.Empty(test.Claim(campaign).Notes);
        Assert.Equal(DeliveryStatus.Unknown, test.Delivery(campaign, "62811").Status);
    }

    [Theory, BothStores]
    public void A_worker_that_lives_keeps_its_message_when_the_clock_is_put_right(StoreKind kind)
    {
        using var test = new TestStore(kind);
        test.Clock.AdjustTime(test.Clock.GetUtcNow() + TimeSpan.FromHours(7));
        var campaign = test.Campaign(["62811"]);
        test.ClaimOne(campaign, "lives");
        GoBack(test, TimeSpan.FromHours(7));
        test.Claim(campaign, owner: "other");

        for (var i = 0; i < 6; i++)
        {
            test.Clock.Advance(TestStore.Lease / 3);
            test.Store.Exchange(TestStore.Turn(campaign, "lives") with { Renews = true });
            test.Claim(campaign, owner: "other");
        }

        Assert.Equal(DeliveryStatus.Sending, test.Delivery(campaign, "62811").Status);
    }

    [Theory, BothStores]
    public void A_day_ahead_and_back_does_not_double_the_limit_and_holds_one_day(StoreKind kind)
    {
        using var test = new TestStore(kind);
        var settings = new CampaignSettings { DailyLimit = 3, UtcOffset = Wib };
        test.Clock.AdjustTime(test.Clock.GetUtcNow() + TimeSpan.FromDays(1));
        var campaign = test.Campaign(TestStore.Numbers(20), settings);
        Assert.Equal(3, test.Claim(campaign, 9).Claimed.Count);
        GoBack(test, TimeSpan.FromDays(1));

        var back = test.Claim(campaign, 9);

        Assert.Empty(back.Claimed);
        Assert.Contains("a clock was wrong", Assert.Single(back.Notes));
        // It is noon at UTC+7.
        Assert.Equal(TimeSpan.FromHours(12), back.Wait);
        test.Clock.Advance(TimeSpan.FromHours(12));
        Assert.Equal(3, test.Claim(campaign, 9).Claimed.Count);
    }

    [Theory, BothStores]
    public void A_year_ahead_and_back_holds_one_day(StoreKind kind)
    {
        using var test = new TestStore(kind);
        test.Clock.AdjustTime(test.Clock.GetUtcNow() + TimeSpan.FromDays(365));
        var campaign = test.Campaign(TestStore.Numbers(20), new CampaignSettings { DailyLimit = 3, UtcOffset = Wib });
        test.Claim(campaign, 2);
        GoBack(test, TimeSpan.FromDays(365));

        Assert.Single(test.Claim(campaign, 9).Claimed);
        test.Clock.Advance(TimeSpan.FromHours(12));
        Assert.Equal(3, test.Claim(campaign, 9).Claimed.Count);
    }

    /// <summary>Any walk of the clock, forwards and backwards, against what a person would keep in a notebook.</summary>
    [Fact]
    public void Against_a_plain_model()
    {
        var step = Gen.Select(Gen.OneOf(Gen.Long[0, 90_000], Gen.Long[0, 86_400_000], Gen.Long[-172_800_000, 0]), Gen.Bool);
        Gen.Select(step.Array[1, 60], Gen.Int[1, 4], Gen.Int[0, 60], Gen.Int[-12, 14]).Sample(
            static (steps, limit, gapSeconds, zoneHours) =>
            {
                var (zone, gap) = ((long)zoneHours * 60, gapSeconds * 1000L);
                var now = new DateTimeOffset(2025, 11, 3, 5, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
                var pace = new DevicePace(0, null, 0, 0, null);
                var (day, count, lastSent) = (0L, 0, (long?)null);
                foreach (var (by, wants) in steps)
                {
                    now += by;
                    var today = DateTimeOffset.FromUnixTimeMilliseconds(now).ToOffset(TimeSpan.FromHours(zoneHours)).Date.Ticks / TimeSpan.TicksPerDay;
                    // The notebook's last page is never dated later than the clock; it is turned when something is written on a new day.
                    day = Math.Min(day, today);
                    var written = day == today ? count : 0;
                    pace = pace.Sane(now, gap, zone);
                    var room = pace.Room(now, gap > 0, limit, out var wait);
                    Assert.InRange(wait, TimeSpan.Zero, TimeSpan.FromDays(1));
                    Assert.Equal(room == 0, wait > TimeSpan.Zero);
                    // A gap is waited out by any clock that runs forwards.
                    Assert.False(room > 0 && gap > 0 && lastSent is { } at && now >= at && now - at < gap && by >= 0 && steps.All(static s => s.Item1 >= 0));
                    Assert.False(room > 0 && written >= limit);
                    if (room == 0 && written < limit)
                    {
                        Assert.True(gap > 0 && wait <= TimeSpan.FromMilliseconds(gap));
                    }

                    if (wants && room > 0)
                    {
                        (day, count) = (today, written + 1);
                        lastSent = now;
                        pace = pace with { Day = DevicePace.DayOf(now, zone), DayCount = pace.Day == DevicePace.DayOf(now, zone) ? pace.DayCount + 1 : 1 };
                        pace = gap > 0 ? pace with { NextAt = now + gap, Gap = gap } : pace;
                    }
                }
            },
            iter: 3000);
    }

    private static void GoBack(TestStore test, TimeSpan by) => test.Clock.AdjustTime(test.Clock.GetUtcNow() - by);
}
