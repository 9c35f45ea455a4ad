using Chatalo.Campaigns;
using Chatalo.Contacts;

namespace Chatalo.UnitTests.Campaigns;

/// <summary>A store of version 1, which took two forms of a number for two people, knows each person once and sends to nobody twice.</summary>
public sealed class OldPeopleTests
{
    private const long Sending = 1, Sent = 2, Unknown = 4, Pending = 0, Failed = 3, Skipped = 5;

    [Theory, BothStores]
    public void Rows_of_any_number_are_found_by_every_form_of_it(StoreKind kind)
    {
        using var old = new OldStore(kind);
        // Country codes, lengths and first digits of any kind, most of them near the rule.
        var random = new Random(14);
        string[] codes = ["52", "54", "55", "521", "549", "559", "62", "1", "5"];
        var numbers = Enumerable.Range(0, 300)
            .Select(_ => codes[random.Next(codes.Length)] + random.NextInt64(100_000_000_000).ToString("00000000000", System.Globalization.CultureInfo.InvariantCulture)[..random.Next(8, 12)])
            .Distinct().ToArray();
        var known = new HashSet<string>(numbers.Select(WhatsAppNumberRules.ToIdentity));
        old.Execute([.. numbers.Select(n => Row(n, Sent))]);
        using var store = new CampaignStore(old.Address);
        var campaign = store.Get("nov-invoice");

        Assert.All(numbers, n => Assert.Equal(DeliveryStatus.Sent, store.FindDelivery(campaign, n)!.Status));
        Assert.All(numbers, n => Assert.Equal(DeliveryStatus.Sent, store.FindDelivery(campaign, WhatsAppNumberRules.ToIdentity(n))!.Status));
        Assert.Equal(known.Count, numbers.Select(n => store.FindDelivery(campaign, n)!.Number).Distinct().Count());
    }

    [Theory, BothStores]
    public void Of_two_rows_of_a_person_the_one_that_may_have_reached_him_stands_for_him(StoreKind kind)
    {
        using var old = new OldStore(kind);
        old.Execute(
            Row("553181111111", Pending), Row("5531981111111", Sent),
            Row("553182222222", Pending), Row("5531982222222", Pending),
            Row("553183333333", Failed), Row("5531983333333", Unknown),
            Row("553184444444", Skipped), Row("5531984444444", Pending),
            Row("553185555555", Failed), Row("5531985555555", Failed),
            "INSERT INTO chatalo_opt_outs (number, reason, created_at) VALUES ('553186666666', 'first', 1)",
            "INSERT INTO chatalo_opt_outs (number, reason, created_at) VALUES ('5531986666666', 'second', 2)");
        using var store = new CampaignStore(old.Address);
        var campaign = store.Resume(store.Get("nov-invoice").Id, new CampaignSettings { DailyLimit = 10_000, MaxFailures = 10_000 }, retryFailed: true, retryUnknown: true);

        var claimed = new List<string>();
        for (var i = 0; i < 40; i++)
        {
            claimed.AddRange(store.Exchange(TestStore.Turn(campaign, "a") with { Wanted = 10 }).Claimed.Select(static c => c.Message.Recipient.Id));
            Thread.Sleep(11);
        }

        var people = claimed.Where(static n => n.StartsWith("5531", StringComparison.Ordinal)).Select(WhatsAppNumberRules.ToIdentity).Order(StringComparer.Ordinal).ToArray();
        // One message each to 2, 3 and 5; 1 has it, and 4 was skipped before.
        Assert.Equal(["5531982222222", "5531983333333", "5531985555555"], people);
        Assert.Equal("first", store.FindOptOut("5531986666666")!.Reason);
        Assert.All(["+553181111111", "+553182222222"], n => Assert.DoesNotContain(store.Deliveries(campaign, [DeliveryStatus.Pending], 0, 1000), d => d.Delivery.Number == n));
    }

    [Theory, BothStores]
    public void Nobody_of_the_old_store_is_missing(StoreKind kind)
    {
        using var old = new OldStore(kind);
        old.Execute(Row("553181111111", Pending), Row("5531981111111", Sending));
        using var store = new CampaignStore(old.Address);
        var campaign = store.Get("nov-invoice");

        // Eight of the asset, and these two.
        Assert.Equal(10, store.Describe(campaign).Total);
        Assert.Equal(10, store.Deliveries(campaign, [], 0, 100).Count);
    }

    private static string Row(string number, long state) =>
        $"""
        INSERT INTO chatalo_deliveries (campaign_id, recipient, is_group, device_id, body, state, owner, lease_end, attempts, created_at, finished_at)
        VALUES ((SELECT id FROM chatalo_campaigns WHERE name = 'nov-invoice'), '{number}', 0,
            (SELECT min(device_id) FROM chatalo_campaign_devices), 'Halo', {state}, 'old', {(state == Sending ? "1" : "NULL")}, 1, 1, 1)
        """;
}
