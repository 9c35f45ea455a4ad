using Chatalo.Campaigns;
using Chatalo.Sending;

namespace Chatalo.UnitTests.Campaigns;

/// <summary>The same list again continues, and sends to nobody twice.</summary>
public sealed class ImportTests
{
    [Theory, BothStores]
    public void What_is_sent_or_may_be_is_left_out(StoreKind kind)
    {
        using var test = new TestStore(kind);
        var campaign = test.Campaign(["62811", "62812", "62813", "62814"]);
        test.Settle(campaign, test.ClaimOne(campaign), SendOutcome.Sent);
        test.Settle(campaign, test.ClaimOne(campaign), SendOutcome.Unknown);
        test.Settle(campaign, test.ClaimOne(campaign), SendOutcome.Failed);

        var leftOut = test.Import(campaign, TestStore.Message("62811"), TestStore.Message("62812"), TestStore.Message("62813"), TestStore.Message("62814"));

        Assert.StartsWith("Already sent at 2025-11-0", leftOut[0]);
        Assert.Contains("-RetryUnknown", leftOut[1]);
        Assert.StartsWith("Failed before: Because.", leftOut[2]);
        Assert.Null(leftOut[3]);
        Assert.Equal("62814", Assert.Single(test.Claim(campaign, 9).Claimed).Message.Recipient.Id);
    }

    [Theory, BothStores]
    public void A_changed_text_is_sent_only_to_those_who_got_none(StoreKind kind)
    {
        using var test = new TestStore(kind);
        var campaign = test.Campaign(["62811", "62812"]);
        test.Settle(campaign, test.ClaimOne(campaign), SendOutcome.Sent);

        var leftOut = test.Import(campaign, TestStore.Message("62811", "New"), TestStore.Message("62812", "New"));

        Assert.Contains("with another text; the new one was not sent", leftOut[0]);
        Assert.Null(leftOut[1]);
        Assert.Equal("Halo", test.Delivery(campaign, "62811").Message);
        Assert.Equal("New", test.ClaimOne(campaign).Message.Content.Text);
    }

    [Theory, BothStores]
    public void What_failed_is_tried_again_with_the_newest_text_but_only_when_asked(StoreKind kind)
    {
        using var test = new TestStore(kind);
        var campaign = test.Campaign(["62811"]);
        test.Settle(campaign, test.ClaimOne(campaign), SendOutcome.Failed);

        Assert.EndsWith("tries it again, with the new text.", Assert.Single(test.Import(campaign, TestStore.Message("62811", "Corrected"))));
        Assert.Empty(test.Claim(campaign).Claimed);

        test.Store.Resume(campaign.Id, new CampaignSettings(), retryFailed: true, retryUnknown: false);
        Assert.Equal("Corrected", test.ClaimOne(campaign).Message.Content.Text);
    }

    [Theory, BothStores]
    public void A_text_that_a_database_cannot_keep_does_not_end_the_campaign(StoreKind kind)
    {
        using var test = new TestStore(kind);
        var campaign = test.Campaign([]);
        var message = TestStore.Message("62811", "Ha\0lo \U0001F600 \ud83d");

        Assert.Null(Assert.Single(test.Import(campaign, message)));
        var claim = test.ClaimOne(campaign);
        Assert.Equal("Halo \U0001F600 \uFFFD", claim.Message.Content.Text);
        test.Settle(campaign, claim, SendOutcome.Sent);

        Assert.EndsWith(".", Assert.Single(test.Import(campaign, message)));
        Assert.DoesNotContain("another text", Assert.Single(test.Import(campaign, message)));
    }

    [Theory, BothStores]
    public void A_number_and_a_group_are_recipients_of_their_own(StoreKind kind)
    {
        using var test = new TestStore(kind);
        var campaign = test.Campaign(["62811"]);
        test.Store.AddOptOut("120363@g.us", null);
        test.Import(campaign, TestStore.Message("62811") with { Recipient = new Recipient("120363@g.us", true) });

        Assert.Equal([("62811", false), ("120363@g.us", true)], test.Claim(campaign, 9).Claimed.Select(static c => (c.Message.Recipient.Id, c.Message.Recipient.IsGroup)));
        Assert.Equal("120363@g.us", test.Delivery(campaign, "120363@g.us").GroupId);
    }

    [Theory, BothStores]
    public void A_campaign_that_was_removed_takes_no_more_recipients(StoreKind kind)
    {
        using var test = new TestStore(kind);
        var campaign = test.Campaign(["62811"]);
        test.Store.Remove(campaign.Id);

        Assert.Equal(ErrorKind.NotFound, Assert.Throws<ChataloException>(() => test.Import(campaign, TestStore.Message("62812"))).Kind);
    }

    [Theory, BothStores]
    public void What_another_worker_has_in_flight_is_not_touched(StoreKind kind)
    {
        using var test = new TestStore(kind);
        var campaign = test.Campaign(["62811"]);
        test.ClaimOne(campaign);

        Assert.Null(Assert.Single(test.Import(campaign, TestStore.Message("62811", "New"))));
        Assert.Equal((DeliveryStatus.Sending, "Halo"), (test.Delivery(campaign, "62811").Status, test.Delivery(campaign, "62811").Message));

        test.Clock.Advance(TestStore.Lease * 2);
        Assert.Contains("unknown", Assert.Single(test.Import(campaign, TestStore.Message("62811"))));
    }

    [Theory, BothStores]
    public void Opt_outs_are_honoured_for_all_not_yet_claimed_and_survive_another_import(StoreKind kind)
    {
        using var test = new TestStore(kind);
        var campaign = test.Campaign(["62811", "62812", "62813"]);
        var claimed = test.ClaimOne(campaign);
        test.Store.AddOptOut("62811", null);
        test.Store.AddOptOut("62812", "asked by phone");

        test.Settle(campaign, claimed, SendOutcome.Sent);
        var answer = test.Claim(campaign);
        Assert.Equal("62813", Assert.Single(answer.Claimed).Message.Recipient.Id);
        Assert.Equal("62812", Assert.Single(answer.OptedOut).Message.Recipient.Id);
        Assert.Equal(DeliveryStatus.Skipped, test.Delivery(campaign, "62812").Status);

        Assert.Null(Assert.Single(test.Import(campaign, TestStore.Message("62812"))));
        Assert.Equal("62812", Assert.Single(test.Claim(campaign).OptedOut).Message.Recipient.Id);

        Assert.True(test.Store.RemoveOptOut("62812"));
        test.Import(campaign, TestStore.Message("62812"));
        Assert.Equal("62812", test.ClaimOne(campaign).Message.Recipient.Id);
    }

    [Theory, BothStores]
    public void An_opt_out_keeps_its_time_and_its_reason(StoreKind kind)
    {
        using var test = new TestStore(kind);
        var first = test.Store.AddOptOut("62811", "STOP");
        test.Clock.Advance(TimeSpan.FromDays(1));
        test.Store.AddOptOut("62811", null);
        test.Store.AddOptOut("62810", null);

        Assert.Equal([("+62810", null), ("+62811", "STOP")], test.Store.OptOuts("", 10).Select(static o => (o.Number, o.Reason)));
        Assert.Equal(first.Time, test.Store.FindOptOut("62811")!.Time);
        Assert.False(test.Store.RemoveOptOut("62899"));
    }

    [Theory, BothStores]
    public void A_campaign_shows_what_is_in_it_and_can_be_removed(StoreKind kind)
    {
        using var test = new TestStore(kind);
        DailyWindow.TryParse("08:00-20:00", out var window);
        var campaign = test.Campaign(TestStore.Numbers(12), new CampaignSettings
        {
            Interval = new Interval(5, 10), DailyLimit = 100, Window = window, UtcOffset = TimeSpan.FromHours(7), MaxFailures = 9,
        });
        test.Settle(campaign, test.ClaimOne(campaign), SendOutcome.Sent);

        var shown = test.Store.Describe(campaign);
        Assert.Equal((11L, 1L, 12L), (shown.Pending, shown.Sent, shown.Total));
        Assert.Equal(("5-10", 100, "08:00-20:00", 9), (shown.Interval, shown.DailyLimit, shown.Between, shown.MaxFailures));
        // 11 messages, 7.5 seconds each, in half of the day.
        Assert.Equal(TimeSpan.FromSeconds(165), shown.Estimate);
        Assert.Equal(TestStore.Numbers(12).Take(5).Select(static number => "+" + number), test.Store.Deliveries(campaign, [], 0, 5).Select(static d => d.Delivery.Number));

        test.Store.Ensure("NOV", new CampaignSettings { DailyLimit = 5 });
        Assert.Equal(("5-10", 5), (test.Store.Find("nov")!.Interval!.Value.ToString(), test.Store.Find("nov")!.DailyLimit));

        test.Store.Remove(campaign.Id);
        Assert.Null(test.Store.Find("nov"));
        Assert.Equal(ErrorKind.NotFound, Assert.Throws<ChataloException>(() => test.Claim(campaign)).Kind);
    }
}
