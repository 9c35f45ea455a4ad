using Chatalo.Campaigns.Stores;

namespace Chatalo.Campaigns;

/// <summary>The pace of a device over all workers and campaigns: when its next message may go, and how many went today.</summary>
internal static class DeviceTurns
{
    private sealed record Pace(long NextAt, long Day, long DayCount);

    /// <summary>How many messages of a device may be claimed now.</summary>
    /// <param name="t">The transaction, which then keeps the device's pace for itself if the campaign has one.</param>
    /// <param name="campaign">Whose rules hold.</param>
    /// <param name="device">The device.</param>
    /// <param name="wait">If none: how long until one may be.</param>
    public static int Room(StoreTransaction t, CampaignRow campaign, string device, out TimeSpan wait)
    {
        var isPaced = campaign.Interval is not null || campaign.DailyLimit is not null;
        var pace = t.Query(
            "SELECT next_at, day, day_count FROM chatalo_device_pace WHERE device_id = @device" + (isPaced ? t.Dialect.HoldRow : ""),
            static r => new Pace(r.GetInt64(0), r.GetInt64(1), r.GetInt64(2)), ("device", device)).Single();
        wait = TimeSpan.FromMilliseconds(Math.Max(pace.NextAt - t.Now, 0));
        var room = campaign.Interval is null ? int.MaxValue : 1;
        if (campaign.DailyLimit is { } limit)
        {
            var left = limit - (pace.Day == Day(t, campaign) ? pace.DayCount : 0);
            if (left <= 0)
            {
                var local = Local(t, campaign);
                var midnight = local.Date.AddDays(1) - local.DateTime;
                wait = midnight > wait ? midnight : wait;
            }

            room = (int)Math.Min(room, Math.Max(left, 0));
        }

        return wait > TimeSpan.Zero ? 0 : room;
    }

    /// <summary>Counts messages, and says when the next may go.</summary>
    public static void Take(StoreTransaction t, CampaignRow campaign, string device, int count, Random random)
    {
        var gap = campaign.Interval?.Draw(random) ?? TimeSpan.Zero;
        var day = Day(t, campaign);
        t.Execute(
            """
            UPDATE chatalo_device_pace SET day_count = CASE WHEN day = @day THEN day_count + @count ELSE @count END, day = @day,
                next_at = CASE WHEN next_at > @next THEN next_at ELSE @next END
            WHERE device_id = @device
            """,
            ("day", day), ("count", (long)count), ("next", t.Now + (long)Math.Ceiling(gap.TotalMilliseconds)), ("device", device));
    }

    /// <summary>Uncounts a message that was not sent, and has the device rest.</summary>
    public static void GiveBack(StoreTransaction t, string device, TimeSpan rest) => t.Execute(
        """
        UPDATE chatalo_device_pace SET day_count = CASE WHEN day_count > 0 THEN day_count - 1 ELSE 0 END,
            next_at = CASE WHEN next_at > @next THEN next_at ELSE @next END
        WHERE device_id = @device
        """,
        ("next", t.Now + (long)rest.TotalMilliseconds), ("device", device));

    /// <summary>The time by the shared clock, in the campaign's zone.</summary>
    public static DateTimeOffset Local(StoreTransaction t, CampaignRow campaign)
        => DateTimeOffset.FromUnixTimeMilliseconds(t.Now).ToOffset(campaign.UtcOffset);

    private static long Day(StoreTransaction t, CampaignRow campaign)
        => Local(t, campaign).Date.Ticks / TimeSpan.TicksPerDay;
}
