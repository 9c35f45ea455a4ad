using Chatalo.Campaigns.Stores;

namespace Chatalo.Campaigns;

/// <summary>Records how claims ended, and ends those of workers that died.</summary>
internal static class Settling
{
    // The worker's own word is better than the assumption that it died, but only as long as nobody else has claimed the row since.
    private const string Mine = "WHERE id = @id AND owner = @owner AND state IN (1, 4)";

    /// <returns>Whether it is a failure that was not counted before, as those of a worker thought dead are.</returns>
    public static bool Record(StoreTransaction t, string owner, ClaimOutcome outcome)
    {
        var result = outcome.Result;
        if (outcome.End == ClaimEnd.Settled)
        {
            var isFailure = result.Outcome is SendOutcome.Failed or SendOutcome.Unknown
                && t.Scalar("SELECT state FROM chatalo_deliveries WHERE id = @id", ("id", outcome.Claim.Id)) == (long)DeliveryStatus.Sending;
            t.Execute(
                $"""
                UPDATE chatalo_deliveries SET state = @state, error_id = @error, reason = @reason, status_code = @status, finished_at = @now, lease_end = NULL
                {Mine}
                """,
                ("state", (long)Status(result.Outcome)), ("error", result.ErrorId), ("reason", result.Reason), ("status", (long?)result.StatusCode),
                ("now", t.Now), ("id", outcome.Claim.Id), ("owner", owner));
            return isFailure;
        }

        var back = t.Execute(
            $"UPDATE chatalo_deliveries SET state = 0, error_id = @error, reason = @reason, status_code = @status, lease_end = NULL, attempts = attempts - @undo {Mine} AND state = 1",
            ("error", result.ErrorId), ("reason", result.Reason), ("status", (long?)result.StatusCode),
            ("undo", outcome.End == ClaimEnd.Released ? 1L : 0L), ("id", outcome.Claim.Id), ("owner", owner));
        if (back == 0)
        {
            // Somebody has been told meanwhile that it may have been delivered, and may have seen to it: like all that failed it is sent only when asked for.
            back = t.Execute(
                $"UPDATE chatalo_deliveries SET state = 3, error_id = @error, reason = @reason, status_code = @status, finished_at = @now {Mine}",
                ("error", result.ErrorId), ("reason", result.Reason), ("status", (long?)result.StatusCode), ("now", t.Now), ("id", outcome.Claim.Id), ("owner", owner));
        }

        if (back == 1)
        {
            DeviceTurns.GiveBack(t, outcome.Claim.Message.DeviceId, outcome.Rest);
        }

        return false;
    }

    /// <summary>Lengthens the leases of what a worker has in flight.</summary>
    public static void Renew(StoreTransaction t, TurnRequest turn) => t.Execute(
        "UPDATE chatalo_deliveries SET lease_end = @end, lease_length = @lease WHERE campaign_id = @campaign AND state = 1 AND owner = @owner",
        ("end", t.Now + (long)turn.Lease.TotalMilliseconds), ("lease", (long)turn.Lease.TotalMilliseconds), ("campaign", turn.CampaignId), ("owner", turn.Owner));

    /// <summary>Makes pending again what a worker claimed in a transaction whose end it never learned.</summary>
    public static void ReleaseLost(StoreTransaction t, TurnRequest turn)
    {
        var mine = t.Query(
            "SELECT id, device_id FROM chatalo_deliveries WHERE campaign_id = @campaign AND state = 1 AND owner = @owner",
            static r => (Id: r.GetInt64(0), Device: r.GetString(1)), ("campaign", turn.CampaignId), ("owner", turn.Owner));
        foreach (var (id, device) in mine.Where(row => !turn.InFlight!.Contains(row.Id)))
        {
            DeviceTurns.GiveBack(t, device, TimeSpan.Zero);
            t.Execute("UPDATE chatalo_deliveries SET state = 0, lease_end = NULL, attempts = attempts - 1 WHERE id = @id", ("id", id));
        }
    }

    /// <summary>
    /// Shortens leases that end later than a lease made now would: they were made under a wrong clock. A worker that lives lengthens its own again.
    /// </summary>
    /// <returns>Whether there were any.</returns>
    public static bool ShortenLeases(StoreTransaction t, TurnRequest turn) => t.Execute(
        """
        UPDATE chatalo_deliveries SET lease_end = @now + COALESCE(lease_length, @lease)
        WHERE campaign_id = @campaign AND state = 1 AND lease_end > @now + COALESCE(lease_length, @lease)
        """,
        ("now", t.Now), ("lease", (long)turn.Lease.TotalMilliseconds), ("campaign", turn.CampaignId)) > 0;

    /// <summary>Makes unknown what was in flight at a worker whose lease has ended; these count as failures like all unknown.</summary>
    public static void Abandon(StoreTransaction t, long campaign)
    {
        var abandoned = t.Execute(
            """
            UPDATE chatalo_deliveries SET state = 4, error_id = 'Chatalo.OutcomeUnknown', reason = @reason, finished_at = @now
            WHERE campaign_id = @campaign AND state = 1 AND lease_end < @now
            """,
            ("reason", CampaignTexts.Abandoned), ("now", t.Now), ("campaign", campaign));
        if (abandoned > 0)
        {
            CampaignTable.CountFailures(t, campaign, abandoned);
        }
    }

    /// <summary>Makes pending again what failed, or what is unknown, but for the unknown of one worker.</summary>
    public static int Retry(StoreTransaction t, long campaign, DeliveryStatus status, string exceptOwner) => t.Execute(
        """
        UPDATE chatalo_deliveries SET state = 0, error_id = NULL, reason = NULL, status_code = NULL, finished_at = NULL, lease_end = NULL
        WHERE campaign_id = @campaign AND state = @state AND origin = 0 AND (owner IS NULL OR owner <> @owner)
        """,
        ("campaign", campaign), ("state", (long)status), ("owner", exceptOwner));

    private static DeliveryStatus Status(SendOutcome outcome) => outcome switch
    {
        SendOutcome.Sent => DeliveryStatus.Sent,
        SendOutcome.Failed => DeliveryStatus.Failed,
        SendOutcome.Unknown => DeliveryStatus.Unknown,
        _ => DeliveryStatus.Skipped,
    };
}
