using Chatalo.Campaigns.Stores;
using Chatalo.Sending;

namespace Chatalo.Campaigns;

/// <summary>Gives a worker the next messages whose turn has come. They are its own once the transaction is committed.</summary>
internal sealed class Claiming(StoreTransaction t, TurnRequest turn, CampaignRow campaign, Random random)
{
    private readonly List<ClaimedDelivery> _claimed = [];
    private readonly List<ClaimedDelivery> _optedOut = [];
    private readonly List<string> _notes = [];
    private TimeSpan? _wait;

    public TurnAnswer Claim()
    {
        // In one order for all workers, so that no two wait for each other's device.
        var devices = t.Query(
            "SELECT device_id FROM chatalo_campaign_devices WHERE campaign_id = @campaign ORDER BY device_id",
            static r => r.GetString(0), ("campaign", campaign.Id));
        var closed = campaign.Window?.UntilOpen(DeviceTurns.Local(t, campaign)) ?? TimeSpan.Zero;
        foreach (var device in devices)
        {
            if (closed > TimeSpan.Zero)
            {
                NoteWait(device, closed);
            }
            else if (_claimed.Count < turn.Wanted)
            {
                ClaimOf(device);
            }
        }

        var answer = new TurnAnswer { Claimed = _claimed, OptedOut = _optedOut, Wait = _wait, Notes = _notes };
        return _claimed.Count > 0 ? answer : answer with { HasPending = Exists("state = 0"), OthersAreSending = Exists("state = 1 AND owner <> @owner", ("owner", turn.Owner)) };
    }

    private void ClaimOf(string device)
    {
        var room = Math.Min(DeviceTurns.Room(t, campaign, device, out var wait, _notes.Add), turn.Wanted - _claimed.Count);
        if (room == 0)
        {
            NoteWait(device, wait);
            return;
        }

        var taken = 0;
        while (taken < room)
        {
            var rows = Next(device, room - taken);
            foreach (var (delivery, isOptedOut) in rows)
            {
                Mark(delivery, isOptedOut);
                taken += isOptedOut ? 0 : 1;
            }

            if (rows.Count == 0)
            {
                break;
            }
        }

        if (taken > 0)
        {
            DeviceTurns.Take(t, campaign, device, taken, random);
        }
    }

    private List<(ClaimedDelivery Delivery, bool IsOptedOut)> Next(string device, int count) => t.Query(
        $"""
        SELECT d.id, d.recipient, d.is_group, d.body, d.url, d.attempts,
            CASE WHEN d.is_group = 0 AND EXISTS (SELECT 1 FROM chatalo_opt_outs o WHERE o.person = d.person) THEN 1 ELSE 0 END
        FROM chatalo_deliveries d WHERE d.campaign_id = @campaign AND d.state = 0 AND d.device_id = @device ORDER BY d.id LIMIT @count{t.Dialect.TakeRows}
        """,
        r => (new ClaimedDelivery(
                r.GetInt64(0),
                new OutgoingMessage(device, new Recipient(r.GetString(1), r.GetInt64(2) != 0), MessageContent.Create(r.Text(3), r.Text(4)), null),
                (int)r.GetInt64(5) + 1),
            Convert.ToInt64(r.GetValue(6), System.Globalization.CultureInfo.InvariantCulture) != 0),
        ("campaign", campaign.Id), ("device", device), ("count", (long)count));

    private void Mark(ClaimedDelivery delivery, bool isOptedOut)
    {
        if (isOptedOut)
        {
            t.Execute(
                "UPDATE chatalo_deliveries SET state = 5, reason = @reason, finished_at = @now WHERE id = @id",
                ("reason", CampaignTexts.OptedOut), ("now", t.Now), ("id", delivery.Id));
            _optedOut.Add(delivery);
            return;
        }

        t.Execute(
            """
            UPDATE chatalo_deliveries SET state = 1, owner = @owner, lease_end = @end, lease_length = @lease, claimed_at = @now, attempts = attempts + 1,
                error_id = NULL, reason = NULL, status_code = NULL
            WHERE id = @id
            """,
            ("owner", turn.Owner), ("end", t.Now + (long)turn.Lease.TotalMilliseconds), ("lease", (long)turn.Lease.TotalMilliseconds), ("now", t.Now), ("id", delivery.Id));
        _claimed.Add(delivery);
    }

    private void NoteWait(string device, TimeSpan wait)
    {
        if (!(_wait <= wait) && Exists("state = 0 AND device_id = @device", ("device", device)))
        {
            _wait = wait;
        }
    }

    private bool Exists(string condition, params (string Name, object? Value)[] values) => t.Scalar(
        $"SELECT CASE WHEN EXISTS (SELECT 1 FROM chatalo_deliveries WHERE campaign_id = @campaign AND {condition}) THEN 1 ELSE 0 END",
        [("campaign", campaign.Id), .. values]) > 0;
}
