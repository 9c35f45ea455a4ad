using Chatalo.Campaigns.Stores;

namespace Chatalo.Campaigns;

/// <summary>The pace of a device over all workers and campaigns: when its next message may go, and how many went on its day.</summary>
internal static class DeviceTurns
{
    /// <summary>How many messages of a device may be claimed now.</summary>
    /// <param name="t">The transaction, which then keeps the device's pace for itself if the campaign has one.</param>
    /// <param name="campaign">Whose rules hold.</param>
    /// <param name="device">The device.</param>
    /// <param name="wait">If none: how long until one may be.</param>
    /// <param name="tell">Takes what the user should know.</param>
    public static int Room(StoreTransaction t, CampaignRow campaign, string device, out TimeSpan wait, Action<string> tell)
    {
        var isPaced = campaign.Interval is not null || campaign.DailyLimit is not null;
        var stored = t.Query(
            "SELECT next_at, gap, day, day_count, zone FROM chatalo_device_pace WHERE device_id = @device" + (isPaced ? t.Dialect.HoldRow : ""),
            static r => new DevicePace(r.GetInt64(0), r.Number(1), r.GetInt64(2), r.GetInt64(3), r.Number(4)), ("device", device)).Single();
        if (isPaced)
        {
            t.ReadClockAgain();
        }

        var pace = stored.Sane(t.Now, (long)((campaign.Interval?.Maximum ?? 0) * 1000), Zone(campaign));
        if (pace != stored)
        {
            t.Execute(
                "UPDATE chatalo_device_pace SET next_at = @next, day = @day, zone = @zone WHERE device_id = @device",
                ("next", pace.NextAt), ("day", pace.Day), ("zone", pace.Zone), ("device", device));
        }

        if (stored.WasAhead(pace))
        {
            tell(CampaignTexts.ClockWasAhead($"the pace of the device {device}"));
        }

        if (campaign.DailyLimit is not null && pace.Zone != Zone(campaign))
        {
            tell(CampaignTexts.OtherZone(device, TimeSpan.FromMinutes(pace.Zone!.Value), campaign.UtcOffset));
        }

        return pace.Room(t.Now, campaign.Interval is not null, campaign.DailyLimit, out wait);
    }

    /// <summary>Counts messages, and says when the next may go where there is a gap.</summary>
    public static void Take(StoreTransaction t, CampaignRow campaign, string device, int count, Random random)
    {
        var zone = t.Scalar("SELECT COALESCE(zone, @zone) FROM chatalo_device_pace WHERE device_id = @device", ("zone", Zone(campaign)), ("device", device));
        t.Execute(
            "UPDATE chatalo_device_pace SET day_count = CASE WHEN day = @day THEN day_count + @count ELSE @count END, day = @day, zone = @zone WHERE device_id = @device",
            ("day", DevicePace.DayOf(t.Now, zone)), ("count", (long)count), ("zone", zone), ("device", device));
        if (campaign.Interval is { } interval)
        {
            Rest(t, device, (long)Math.Ceiling(interval.Draw(random).TotalMilliseconds), (long)Math.Ceiling(interval.Maximum * 1000));
        }
    }

    /// <summary>Uncounts a message that was not sent, and has the device rest.</summary>
    public static void GiveBack(StoreTransaction t, string device, TimeSpan rest)
    {
        t.Execute("UPDATE chatalo_device_pace SET day_count = CASE WHEN day_count > 0 THEN day_count - 1 ELSE 0 END WHERE device_id = @device", ("device", device));
        if (rest > TimeSpan.Zero)
        {
            Rest(t, device, (long)rest.TotalMilliseconds, (long)rest.TotalMilliseconds);
        }
    }

    /// <summary>Gives a device another zone. What it sent today counts for the day of the new one.</summary>
    public static void SetZone(StoreTransaction t, long campaign, TimeSpan offset)
    {
        var zone = (long)offset.TotalMinutes;
        t.Execute(
            """
            UPDATE chatalo_device_pace SET zone = @zone, day = @day
            WHERE (zone IS NULL OR zone <> @zone) AND device_id IN (SELECT device_id FROM chatalo_campaign_devices WHERE campaign_id = @campaign)
            """,
            ("zone", zone), ("day", DevicePace.DayOf(t.Now, zone)), ("campaign", campaign));
    }

    /// <summary>The time by the shared clock, in the campaign's zone.</summary>
    public static DateTimeOffset Local(StoreTransaction t, CampaignRow campaign)
        => DateTimeOffset.FromUnixTimeMilliseconds(t.Now).ToOffset(campaign.UtcOffset);

    private static void Rest(StoreTransaction t, string device, long rest, long longest) => t.Execute(
        """
        UPDATE chatalo_device_pace SET gap = CASE WHEN next_at > @next THEN gap ELSE @gap END, next_at = CASE WHEN next_at > @next THEN next_at ELSE @next END
        WHERE device_id = @device
        """,
        ("next", t.Now + rest), ("gap", longest), ("device", device));

    private static long Zone(CampaignRow campaign) => (long)campaign.UtcOffset.TotalMinutes;
}
