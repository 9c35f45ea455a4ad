using System.Globalization;
using Chatalo.Campaigns;
using Microsoft.Data.Sqlite;

namespace Chatalo.UnitTests.Campaigns;

/// <summary>A campaign's messages are read page after page, in one pass.</summary>
public sealed class DeliveryOrderTests
{
    [Theory]
    [BothStores]
    public void Pages_give_every_message_once_in_the_order_it_was_recorded(StoreKind kind)
    {
        using var test = new TestStore(kind);
        var other = test.Store.Ensure("other", new CampaignSettings());
        var campaign = test.Store.Ensure("nov", new CampaignSettings());
        var numbers = TestStore.Numbers(2300).Reverse().ToArray();
        foreach (var part in numbers.Chunk(100))
        {
            test.Import(campaign, part.Select(static n => TestStore.Message(n)).ToArray());
            test.Import(other, part.Take(3).Select(static n => TestStore.Message(n)).ToArray());
        }

        test.Settle(campaign, test.ClaimOne(campaign), SendOutcome.Failed);

        Assert.Equal(numbers, ReadAll(test.Store, campaign, []).Select(static d => d.Number!.TrimStart('+')));
        Assert.Equal(numbers.Skip(1), ReadAll(test.Store, campaign, [DeliveryStatus.Pending]).Select(static d => d.Number!.TrimStart('+')));
        Assert.Equal(numbers[0], Assert.Single(ReadAll(test.Store, campaign, [DeliveryStatus.Failed, DeliveryStatus.Unknown])).Number!.TrimStart('+'));
    }

    [Theory]
    [InlineData("")]
    [InlineData("AND CASE WHEN state = 1 AND lease_end < 5 THEN 4 ELSE state END IN (3, 4)")]
    public void A_page_of_SQLite_is_found_by_the_index_and_not_sorted(string filter)
    {
        using var test = new TestStore(StoreKind.Sqlite);
        test.Campaign(TestStore.Numbers(100));
        using var connection = new SqliteConnection($"Data Source={test.Address.File};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"EXPLAIN QUERY PLAN SELECT id, body FROM chatalo_deliveries WHERE campaign_id = 1 AND id > 50 {filter} ORDER BY id LIMIT 500");
        using var rows = command.ExecuteReader();
        var plan = new List<string>();
        while (rows.Read())
        {
            plan.Add(rows.GetString(3));
        }

        Assert.Contains("chatalo_deliveries_in_order (campaign_id=? AND id>?)", Assert.Single(plan));
    }

    private static IEnumerable<Delivery> ReadAll(CampaignStore store, CampaignRow campaign, DeliveryStatus[] statuses)
    {
        for (var after = 0L; ;)
        {
            var page = store.Deliveries(campaign, statuses, after, 500);
            foreach (var (id, delivery) in page)
            {
                after = id;
                yield return delivery;
            }

            if (page.Count < 500)
            {
                yield break;
            }
        }
    }
}
