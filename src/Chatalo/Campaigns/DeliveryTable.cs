using Chatalo.Campaigns.Stores;
using Chatalo.Contacts;
using Chatalo.Sending;

namespace Chatalo.Campaigns;

/// <summary>Looks at deliveries, without changing any: one whose worker died counts as unknown from the end of its lease.</summary>
internal static class DeliveryTable
{
    private const string State = "CASE WHEN state = 1 AND lease_end < @now THEN 4 ELSE state END";

    private const string Columns =
        $"""
        id, recipient, is_group, device_id, body, url, {State}, owner, lease_end, attempts,
        error_id, reason, status_code, created_at, claimed_at, finished_at, origin, given, person
        """;

    /// <summary>How many rows there are of each status.</summary>
    public static Dictionary<DeliveryStatus, long> Count(StoreTransaction t, long campaign)
    {
        var counts = t.Query(
            "SELECT state, count(*) FROM chatalo_deliveries WHERE campaign_id = @campaign GROUP BY state",
            static r => (Status: (DeliveryStatus)r.GetInt64(0), Count: r.GetInt64(1)), ("campaign", campaign)).ToDictionary(static c => c.Status, static c => c.Count);
        var dead = t.Scalar(
            "SELECT count(*) FROM chatalo_deliveries WHERE campaign_id = @campaign AND state = 1 AND lease_end < @now", ("campaign", campaign), ("now", t.Now));
        counts[DeliveryStatus.Sending] = Of(counts, DeliveryStatus.Sending) - dead;
        counts[DeliveryStatus.Unknown] = Of(counts, DeliveryStatus.Unknown) + dead;
        return counts;
    }

    public static long Of(Dictionary<DeliveryStatus, long> counts, DeliveryStatus status) => counts.TryGetValue(status, out var count) ? count : 0;

    public static long CountDevices(StoreTransaction t, long campaign)
        => t.Scalar("SELECT count(*) FROM chatalo_campaign_devices WHERE campaign_id = @campaign", ("campaign", campaign));

    /// <summary>The next rows after one, in the order they were recorded; of some statuses, or of all if none is named.</summary>
    public static List<(long Id, Delivery Delivery)> Page(
        StoreTransaction t, CampaignRow campaign, IReadOnlyCollection<DeliveryStatus> statuses, long after, int size) => t.Query(
        $"""
        SELECT {Columns} FROM chatalo_deliveries WHERE campaign_id = @campaign AND id > @after
            {(statuses.Count == 0 ? "" : $"AND {State} IN ({string.Join(", ", statuses.Select(static s => (int)s))})")} ORDER BY id LIMIT @size
        """,
        r => Read(r, campaign.Name), ("now", t.Now), ("campaign", campaign.Id), ("after", after), ("size", (long)size));

    public static Delivery? Find(StoreTransaction t, CampaignRow campaign, string person) => t.Query(
        $"SELECT {Columns} FROM chatalo_deliveries WHERE campaign_id = @campaign AND person = @person",
        r => Read(r, campaign.Name), ("now", t.Now), ("campaign", campaign.Id), ("person", person)).SingleOrDefault().Delivery;

    private static (long Id, Delivery Delivery) Read(System.Data.Common.DbDataReader r, string campaign)
    {
        var isGroup = r.GetInt64(2) != 0;
        var status = (DeliveryStatus)Convert.ToInt64(r.GetValue(6), System.Globalization.CultureInfo.InvariantCulture);
        var origin = (RowOrigin)r.GetInt64(16);
        // A row that stands for nobody has a key in place of a recipient; what stood in the list is beside it.
        var recipient = r.IsDBNull(18) && !r.IsDBNull(17) ? r.GetString(17) : r.GetString(1);
        var isNumber = !isGroup && !(origin == RowOrigin.Refused && r.IsDBNull(18));
        return (r.GetInt64(0), new Delivery
        {
            Campaign = campaign,
            NumberAsGiven = isGroup ? null : isNumber ? E164.Format(recipient) : recipient,
            GroupId = isGroup ? recipient : null,
            DeviceId = r.GetString(3),
            Type = TypeOf(r.Text(4), r.Text(5)),
            Message = r.Text(4),
            Url = r.Text(5),
            Status = status,
            Worker = r.Text(7),
            LeaseEndsAt = r.Time(8),
            Attempts = (int)r.GetInt64(9),
            ErrorId = r.Text(10) ?? (status == DeliveryStatus.Unknown ? "Chatalo.OutcomeUnknown" : null),
            Reason = r.Text(11) ?? (status == DeliveryStatus.Unknown ? CampaignTexts.Abandoned : null),
            StatusCode = r.Integer(12),
            CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(r.GetInt64(13)),
            ClaimedAt = r.Time(14),
            FinishedAt = r.Time(15),
        });
    }

    // A refused input may have neither.
    private static MessageType? TypeOf(string? text, string? url) => text is null && url is null ? null : MessageContent.Create(text, url).Type;
}
