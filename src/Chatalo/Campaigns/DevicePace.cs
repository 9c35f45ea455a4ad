namespace Chatalo.Campaigns;

/// <summary>When a device may send next, and how many messages it sent on its day; times in milliseconds since 1970.</summary>
/// <param name="NextAt">Until then it rests; 0 for never.</param>
/// <param name="Gap">The longest that <paramref name="NextAt"/> may be away: the gap or the rest that it stands for. Null in stores of version 1.</param>
/// <param name="Day">The day that was counted last, in days since the year 1 in the device's zone.</param>
/// <param name="DayCount">How many messages went on it.</param>
/// <param name="Zone">The zone of the device's day, in minutes; null before its first message.</param>
internal sealed record DevicePace(long NextAt, long? Gap, long Day, long DayCount, long? Zone)
{
    private const long Minute = 60_000;

    // The longest rest that a device of an old store may have been given.
    private const long LongestRest = Minute;

    // What clocks are apart that are set by the network is no cause for alarm.
    private const long Tolerance = 5_000;

    /// <summary>The device's time.</summary>
    public static DateTimeOffset Local(long now, long zone) => DateTimeOffset.FromUnixTimeMilliseconds(now).ToOffset(TimeSpan.FromMinutes(zone));

    /// <summary>The day that it is, in a zone.</summary>
    public static long DayOf(long now, long zone) => Local(now, zone).Date.Ticks / TimeSpan.TicksPerDay;

    /// <summary>
    /// What is left of the pace when nothing holds longer than the rule it stands for: a gap no longer than the gap, a day's count no longer than a
    /// day. What is further in the future was written under a wrong clock; its messages were sent nevertheless, so they count for today.
    /// </summary>
    /// <param name="now">The time.</param>
    /// <param name="longestGap">The longest gap of the campaign, for stores that do not know it.</param>
    /// <param name="zone">The zone of a device that has none yet.</param>
    public DevicePace Sane(long now, long longestGap, long zone)
    {
        var bound = now + (Gap ?? Math.Max(longestGap, LongestRest));
        var today = DayOf(now, Zone ?? zone);
        return this with { NextAt = Math.Min(NextAt, bound), Day = Math.Min(Day, today), Zone = Zone ?? zone };
    }

    /// <summary>Whether that took away what only a wrong clock explains.</summary>
    public bool WasAhead(DevicePace sane) => NextAt - sane.NextAt > Tolerance || (Zone is not null && Day > sane.Day);

    /// <summary>How many messages may go now. If none: how long until one may.</summary>
    public int Room(long now, bool hasInterval, int? dailyLimit, out TimeSpan wait)
    {
        wait = TimeSpan.FromMilliseconds(Math.Max(NextAt - now, 0));
        var room = hasInterval ? 1 : int.MaxValue;
        if (dailyLimit is { } limit)
        {
            var local = Local(now, Zone ?? 0);
            var left = limit - (Day == DayOf(now, Zone ?? 0) ? DayCount : 0);
            if (left <= 0)
            {
                var midnight = local.Date.AddDays(1) - local.DateTime;
                wait = midnight > wait ? midnight : wait;
            }

            room = (int)Math.Min(room, Math.Max(left, 0));
        }

        return wait > TimeSpan.Zero ? 0 : room;
    }
}
