using Chatalo.Campaigns;

namespace Chatalo.UnitTests.Campaigns;

/// <summary>Who may send which message, and what becomes of those of dead workers.</summary>
public sealed class ClaimTests
{
    [Theory, BothStores]
    public void Messages_are_claimed_in_the_order_of_the_list(StoreKind kind)
    {
        using var test = new TestStore(kind);
        var campaign = test.Campaign(TestStore.Numbers(5));

        var claimed = test.Claim(campaign, 3).Claimed.Concat(test.Claim(campaign, 3).Claimed);

        Assert.Equal(TestStore.Numbers(5), claimed.Select(static c => c.Message.Recipient.Id));
    }

    [Theory, BothStores]
    public void A_claim_is_committed_as_Sending(StoreKind kind)
    {
        using var test = new TestStore(kind);
        var campaign = test.Campaign(["62811"]);

        test.ClaimOne(campaign, "worker-7");

        using var other = test.Open();
        var seen = other.FindDelivery(campaign, "62811")!;
        Assert.Equal(DeliveryStatus.Sending, seen.Status);
        Assert.Equal("worker-7", seen.Worker);
        Assert.Equal(1, seen.Attempts);
        Assert.Equal(test.Clock.GetUtcNow() + TestStore.Lease, seen.LeaseEndsAt);
    }

    [Theory, BothStores]
    public async Task Workers_at_the_same_time_never_claim_the_same_message(StoreKind kind)
    {
        using var test = new TestStore(kind);
        var campaign = test.Campaign(TestStore.Numbers(200));

        var claims = await Task.WhenAll(Enumerable.Range(0, 4).Select(worker => Task.Run(() =>
        {
            using var store = new CampaignStore(test.Address, test.Clock);
            var mine = new List<ClaimedDelivery>();
            TurnAnswer answer;
            do
            {
                answer = test.Claim(campaign, 3, "w" + worker, store);
                mine.AddRange(answer.Claimed);
            }
            while (answer.Claimed.Count > 0 || answer.HasPending);

            return mine;
        })));

        Assert.Equal(TestStore.Numbers(200), claims.SelectMany(static c => c).Select(static c => c.Message.Recipient.Id).Order(StringComparer.Ordinal));
    }

    [Theory, BothStores]
    public void A_dead_workers_message_is_unknown_once_its_lease_has_ended_and_is_not_sent_again(StoreKind kind)
    {
        using var test = new TestStore(kind);
        var campaign = test.Campaign(["62811"]);
        test.ClaimOne(campaign, "dead");

        test.Clock.Advance(TestStore.Lease - TimeSpan.FromSeconds(1));
        Assert.True(test.Claim(campaign).OthersAreSending);
        Assert.Equal(DeliveryStatus.Sending, test.Delivery(campaign, "62811").Status);

        test.Clock.Advance(TimeSpan.FromSeconds(2));
        // Before anybody has recorded it, too.
        Assert.Equal(DeliveryStatus.Unknown, test.Delivery(campaign, "62811").Status);
        Assert.Equal(1, test.Store.Describe(campaign).Unknown);

        var answer = test.Claim(campaign);
        Assert.Empty(answer.Claimed);
        Assert.False(answer.HasPending || answer.OthersAreSending);
        Assert.Equal("Chatalo.OutcomeUnknown", test.Delivery(campaign, "62811").ErrorId);
    }

    [Theory, BothStores]
    public void A_worker_that_renews_keeps_its_message(StoreKind kind)
    {
        using var test = new TestStore(kind);
        var campaign = test.Campaign(["62811"]);
        test.ClaimOne(campaign, "slow");

        for (var i = 0; i < 4; i++)
        {
            test.Clock.Advance(TestStore.Lease / 2);
            test.Store.Exchange(TestStore.Turn(campaign, "slow") with { Renews = true });
        }

        Assert.Equal(DeliveryStatus.Sending, test.Delivery(campaign, "62811").Status);
    }

    [Theory, BothStores]
    public void A_worker_thought_dead_may_still_say_what_became_of_its_message(StoreKind kind)
    {
        using var test = new TestStore(kind);
        var campaign = test.Campaign(["62811"]);
        var claim = test.ClaimOne(campaign, "late");
        test.Clock.Advance(TestStore.Lease * 2);
        test.Claim(campaign, owner: "other");

        test.Settle(campaign, claim, SendOutcome.Sent, "late");

        Assert.Equal(DeliveryStatus.Sent, test.Delivery(campaign, "62811").Status);
    }

    [Theory, BothStores]
    public void Not_when_another_has_claimed_it_since(StoreKind kind)
    {
        using var test = new TestStore(kind);
        var campaign = test.Campaign(["62811"]);
        var claim = test.ClaimOne(campaign, "late");
        test.Clock.Advance(TestStore.Lease * 2);
        test.Store.RetryUnknown(campaign.Id, "other");
        test.ClaimOne(campaign, "other");

        test.Settle(campaign, claim, SendOutcome.Failed, "late");

        Assert.Equal(DeliveryStatus.Sending, test.Delivery(campaign, "62811").Status);
    }

    [Theory, BothStores]
    public void Unknown_and_failed_messages_are_claimed_again_only_when_asked(StoreKind kind)
    {
        using var test = new TestStore(kind);
        var campaign = test.Campaign(["62811", "62812", "62813"]);
        test.Settle(campaign, test.ClaimOne(campaign), SendOutcome.Unknown);
        test.Settle(campaign, test.ClaimOne(campaign), SendOutcome.Failed);
        test.Settle(campaign, test.ClaimOne(campaign), SendOutcome.Sent);

        Assert.Empty(test.Claim(campaign, 9).Claimed);
        test.Store.Resume(campaign.Id, new CampaignSettings(), retryFailed: true, retryUnknown: false);
        Assert.Equal("62812", test.ClaimOne(campaign).Message.Recipient.Id);
        test.Store.Resume(campaign.Id, new CampaignSettings(), retryFailed: false, retryUnknown: true);
        var again = test.ClaimOne(campaign);
        Assert.Equal("62811", again.Message.Recipient.Id);
        Assert.Equal(2, again.Attempts);
        Assert.Empty(test.Claim(campaign, 9).Claimed);
    }

    [Theory, BothStores]
    public void What_never_left_is_pending_as_if_it_had_not_been_claimed(StoreKind kind)
    {
        using var test = new TestStore(kind);
        var campaign = test.Campaign(["62811"]);

        test.End(campaign, new ClaimOutcome(test.ClaimOne(campaign), ClaimEnd.Released, new SendResult { Outcome = SendOutcome.Failed }));

        var delivery = test.Delivery(campaign, "62811");
        Assert.Equal((DeliveryStatus.Pending, 0), (delivery.Status, delivery.Attempts));
    }

    [Theory, BothStores]
    public void What_never_left_after_others_took_it_for_unknown_has_failed_and_is_sent_only_when_asked(StoreKind kind)
    {
        using var test = new TestStore(kind);
        var campaign = test.Campaign(["62811", "62812"]);
        var claims = test.Claim(campaign, 2, "asleep").Claimed;
        test.Clock.Advance(TestStore.Lease * 2);
        test.Claim(campaign, owner: "other");
        Assert.Equal(2, test.Store.Describe(campaign).Unknown);

        var result = new SendResult { Outcome = SendOutcome.Failed, ErrorId = "Chatalo.Stopped", Reason = "Stopped before it was sent." };
        test.End(campaign, new ClaimOutcome(claims[0], ClaimEnd.Released, result), "asleep");
        test.End(campaign, new ClaimOutcome(claims[1], ClaimEnd.PutBack, result), "asleep");

        Assert.All(["62811", "62812"], number =>
        {
            var delivery = test.Delivery(campaign, number);
            Assert.Equal((DeliveryStatus.Failed, "Chatalo.Stopped", 1), (delivery.Status, delivery.ErrorId, delivery.Attempts));
        });
        Assert.Empty(test.Claim(campaign, owner: "asleep").Claimed);
        test.Store.Resume(campaign.Id, new CampaignSettings(), retryFailed: true, retryUnknown: false);
        Assert.Equal(2, test.Claim(campaign, 2).Claimed.Count);
    }

    [Theory, BothStores]
    public void Claims_of_a_transaction_whose_end_was_lost_are_given_back(StoreKind kind)
    {
        using var test = new TestStore(kind);
        var campaign = test.Campaign(TestStore.Numbers(3));
        var known = test.ClaimOne(campaign, "me");
        test.Claim(campaign, 2, "me");

        test.Store.Exchange(TestStore.Turn(campaign, "me") with { InFlight = [known.Id] });

        Assert.Equal((1L, 2L), (test.Store.Describe(campaign).Sending, test.Store.Describe(campaign).Pending));
    }

    [Theory, BothStores]
    public void And_do_not_count_for_the_day(StoreKind kind)
    {
        using var test = new TestStore(kind);
        var campaign = test.Campaign(TestStore.Numbers(3), new CampaignSettings { DailyLimit = 2 });
        test.Claim(campaign, 2, "me");

        test.Store.Exchange(TestStore.Turn(campaign, "me") with { InFlight = [] });

        Assert.Equal(2, test.Claim(campaign, 2).Claimed.Count);
    }

    [Theory, BothStores]
    public async Task Any_number_of_workers_may_make_the_same_store_at_once(StoreKind kind)
    {
        using var test = new TestStore(kind);

        var ids = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() =>
        {
            using var store = new CampaignStore(test.Address);
            return store.Ensure("Nov", new CampaignSettings()).Id;
        })));

        Assert.Single(ids.Distinct());
        Assert.Equal("Nov", Assert.Single(test.Store.List(static _ => true)).Name);
    }
}
