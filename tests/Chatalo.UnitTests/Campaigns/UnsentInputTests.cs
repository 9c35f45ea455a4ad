using Chatalo.Campaigns;
using Chatalo.Sending;

namespace Chatalo.UnitTests.Campaigns;

/// <summary>Inputs that are refused or repeated are recorded with their reason, once however often the list is imported.</summary>
public sealed class UnsentInputTests
{
    private static readonly DeliveryStatus[] GotNothing = [DeliveryStatus.Failed, DeliveryStatus.Skipped];

    [Theory, BothStores]
    public async Task Everybody_who_got_nothing_is_shown_and_the_same_list_again_shows_them_once(StoreKind kind)
    {
        using var test = new TestStore(kind);
        var campaign = test.Store.Ensure("nov", new CampaignSettings());
        for (var time = 0; time < 3; time++)
        {
            using var run = new RunHarness(test.Store, campaign, new RunOptions { RecordsList = true });
            run.Begin();
            run.Run.Start(TestStore.Message("62811"));
            Refuse(run, null, "n/a");
            Refuse(run, null, "n/a");
            Refuse(run, null, "");
            run.Run.Start(TestStore.Message("62812"));
            run.Run.Start(TestStore.Message("62811"));
            run.Run.Start(TestStore.Message("62811"));
            Refuse(run, new Recipient("62813", false), "62813");
            run.Run.Complete();
            await run.Run.Ended.WaitAsync(TimeSpan.FromMinutes(1));

            Assert.Null(run.Run.Failure);
            Assert.Equal(8, run.Results.Count);
            var shown = test.Store.Deliveries(campaign, GotNothing, 0, 100).Select(static d => d.Delivery).ToArray();
            Assert.Equal(["", "+62811", "+62811", "+62813", "n/a", "n/a"], shown.Select(static d => d.Number).Order(StringComparer.Ordinal));
            Assert.All(shown, static d => Assert.NotEmpty(d.Reason!));
            var counts = test.Store.Describe(campaign);
            Assert.Equal((2L, 4L, 2L, 8L), (counts.Sent, counts.Failed, counts.Skipped, counts.Total));
            Assert.True(counts.IsComplete);
        }
    }

    [Theory, BothStores]
    public async Task A_corrected_input_is_sent_in_a_later_run_and_in_the_same_one(StoreKind kind)
    {
        using var test = new TestStore(kind);
        var campaign = test.Store.Ensure("nov", new CampaignSettings());
        using var first = new RunHarness(test.Store, campaign, new RunOptions { RecordsList = true });
        first.Begin();
        Refuse(first, new Recipient("62811", false), "62811");
        Refuse(first, new Recipient("62812", false), "62812");
        first.Run.Start(TestStore.Message("62812"));
        first.Run.Complete();
        await first.Run.Ended.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(["62812"], first.Requests);
        Assert.Equal("+62811", Assert.Single(test.Store.Deliveries(campaign, GotNothing, 0, 9)).Delivery.Number);

        using var second = new RunHarness(test.Store, campaign, new RunOptions { RecordsList = true });
        var results = await second.FinishAsync(TestStore.Message("62811"), TestStore.Message("62812"));

        Assert.Equal([SendOutcome.Sent, SendOutcome.Skipped], results.Select(static r => r.Outcome).Order());
        Assert.Empty(test.Store.Deliveries(campaign, GotNothing, 0, 9));
        Assert.Equal(2, test.Store.Describe(campaign).Total);
    }

    [Theory, BothStores]
    public void A_refused_input_of_somebody_who_has_the_message_changes_nothing(StoreKind kind)
    {
        using var test = new TestStore(kind);
        var campaign = test.Campaign(["62811", "62812"]);
        test.Settle(campaign, test.ClaimOne(campaign), SendOutcome.Sent);

        test.Store.Exchange(TestStore.Turn(campaign, "a") with { Unsent = [Unsent(new Recipient("62811", false), "62811", 1), Unsent(new Recipient("62812", false), "62812", 1)] });

        Assert.Equal(DeliveryStatus.Sent, test.Delivery(campaign, "62811").Status);
        Assert.Equal("62812", test.ClaimOne(campaign).Message.Recipient.Id);
    }

    [Theory, BothStores]
    public void Retrying_what_failed_does_not_try_refused_inputs(StoreKind kind)
    {
        using var test = new TestStore(kind);
        var campaign = test.Campaign([]);
        test.Store.Exchange(TestStore.Turn(campaign, "a") with { Unsent = [Unsent(null, "n/a", 1), Unsent(new Recipient("62812", false), "62812", 1)] });

        test.Store.Resume(campaign.Id, new CampaignSettings(), retryFailed: true, retryUnknown: true);

        Assert.Empty(test.Claim(campaign, 9).Claimed);
        Assert.Equal(2, test.Store.Describe(campaign).Failed);
    }

    [Theory, BothStores]
    public void Whatever_stood_in_place_of_the_number_is_kept(StoreKind kind)
    {
        using var test = new TestStore(kind);
        var campaign = test.Campaign([]);
        string[] texts = [new string('x', 10_000), new string('x', 10_001), "Ha\0lo \ud83d", "+62812", "refused1:n/a", "62811"];

        test.Store.Exchange(TestStore.Turn(campaign, "a") with { Unsent = [.. texts.Select(text => Unsent(null, text, 1))] });

        Assert.Equal(
            [texts[0], texts[1], "Halo \uFFFD", "+62812", "refused1:n/a", "62811"], test.Store.Deliveries(campaign, [], 0, 9).Select(static d => d.Delivery.Number));
        // Digits that were refused are not a number of anybody.
        Assert.Null(test.Store.FindDelivery(campaign, "62811"));
    }

    private static void Refuse(RunHarness run, Recipient? recipient, string given)
        => run.Run.Refuse(recipient, given, run.Sender.Refused(new ChataloException(ErrorKind.InvalidInput, "It cannot be read."), given, null, null, null));

    private static UnsentInput Unsent(Recipient? recipient, string given, int occurrence)
        => new(recipient, given, occurrence, new SendResult { Outcome = SendOutcome.Failed, ErrorId = "Chatalo.InvalidInput", Reason = "It cannot be read." });
}
