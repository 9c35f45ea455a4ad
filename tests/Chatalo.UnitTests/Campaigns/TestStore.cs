using Chatalo.Campaigns;
using Chatalo.Campaigns.Stores;
using Chatalo.Sending;
using Chatalo.Testing;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace Chatalo.UnitTests.Campaigns;

/// <summary>An empty store for one test, and workers on it that share a clock.</summary>
internal sealed class TestStore : IDisposable
{
    public const string Device = "device-1";
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private readonly string _folder = Directory.CreateTempSubdirectory("chatalo-store-").FullName;
    private readonly List<CampaignStore> _opened = [];

    public TestStore(StoreKind kind)
    {
        Address = StoreAddress.Parse(kind == StoreKind.Sqlite ? Path.Combine(_folder, "campaigns.db") : NewSchema(), static p => p);
        Store = Open();
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2025, 11, 3, 5, 0, 0, TimeSpan.Zero));

    public StoreAddress Address { get; }

    /// <summary>The first worker's.</summary>
    public CampaignStore Store { get; }

    /// <summary>Opens it once more, as another worker does.</summary>
    public CampaignStore Open()
    {
        var store = new CampaignStore(Address, Clock);
        _opened.Add(store);
        return store;
    }

    /// <summary>Makes a campaign with these recipients.</summary>
    public CampaignRow Campaign(IEnumerable<string> numbers, CampaignSettings? settings = null)
    {
        var campaign = Store.Ensure("nov", settings ?? new CampaignSettings());
        Assert.All(Import(campaign, numbers.Select(n => Message(n)).ToArray()), Assert.Null);
        return campaign;
    }

    public IReadOnlyList<string?> Import(CampaignRow campaign, params OutgoingMessage[] messages)
        => Store.Exchange(Turn(campaign, "importer") with { Imports = messages }).LeftOut;

    public TurnAnswer Claim(CampaignRow campaign, int wanted = 1, string owner = "a", CampaignStore? store = null)
        => (store ?? Store).Exchange(Turn(campaign, owner) with { Wanted = wanted, Renews = true });

    public ClaimedDelivery ClaimOne(CampaignRow campaign, string owner = "a") => Assert.Single(Claim(campaign, 1, owner).Claimed);

    public void Settle(CampaignRow campaign, ClaimedDelivery claim, SendOutcome outcome, string owner = "a")
        => End(campaign, new ClaimOutcome(claim, ClaimEnd.Settled, new SendResult { Outcome = outcome, Reason = outcome == SendOutcome.Sent ? null : "Because." }), owner);

    public void End(CampaignRow campaign, ClaimOutcome outcome, string owner = "a")
        => Store.Exchange(Turn(campaign, owner) with { Outcomes = [outcome] });

    public Delivery Delivery(CampaignRow campaign, string number) => Store.FindDelivery(campaign, number)!;

    public static TurnRequest Turn(CampaignRow campaign, string owner) => new(campaign.Id, owner, Lease);

    public static OutgoingMessage Message(string number, string text = "Halo", string device = Device)
        => new(device, new Recipient(number, false), MessageContent.Create(text, null), null);

    public static IEnumerable<string> Numbers(int count) => Enumerable.Range(0, count).Select(static i => $"62812{i:00000000}");

    public void Dispose()
    {
        foreach (var store in _opened)
        {
            store.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static string NewSchema()
    {
        var schema = "t" + Guid.NewGuid().ToString("N");
        using var connection = new NpgsqlConnection(PrivatePostgres.Shared.ConnectionString + ";Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand("CREATE SCHEMA " + schema, connection);
        command.ExecuteNonQuery();
        return $"{PrivatePostgres.Shared.ConnectionString};Search Path={schema}";
    }
}
