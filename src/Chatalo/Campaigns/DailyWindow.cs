using System.Globalization;

namespace Chatalo.Campaigns;

/// <summary>The hours of the day in which messages may go, from a minute up to another; an end before the start is past midnight.</summary>
/// <param name="Start">Minutes after midnight.</param>
/// <param name="End">Minutes after midnight, itself outside.</param>
internal readonly record struct DailyWindow(int Start, int End)
{
    private const int Day = 24 * 60;

    /// <summary>Reads <c>08:00-20:00</c>, <c>22:00-06:00</c> or <c>08:00-24:00</c>.</summary>
    public static bool TryParse(string? text, out DailyWindow window)
    {
        window = default;
        var parts = (text ?? "").Split('-');
        if (parts.Length != 2 || !TryMinute(parts[0], out var start) || !TryMinute(parts[1], out var end) || start == end || start == Day)
        {
            return false;
        }

        window = new DailyWindow(start, end);
        return true;
    }

    /// <summary>How long from a time until the window is open: zero when it is.</summary>
    public TimeSpan UntilOpen(DateTimeOffset local)
    {
        var minute = local.TimeOfDay.TotalMinutes;
        var open = Start < End ? minute >= Start && minute < End : minute >= Start || minute < End;
        return open ? TimeSpan.Zero : TimeSpan.FromMinutes(minute < Start ? Start - minute : Start + Day - minute);
    }

    /// <summary>The part of the day that it is open.</summary>
    public double Share => (Start < End ? End - Start : End + Day - Start) / (double)Day;

    public override string ToString() => Write(Start) + "-" + Write(End);

    private static string Write(int minute) => string.Format(CultureInfo.InvariantCulture, "{0:00}:{1:00}", minute / 60, minute % 60);

    private static bool TryMinute(string text, out int minute)
    {
        minute = 0;
        var parts = text.Trim().Split(':');
        if (parts.Length != 2 || !TryNumber(parts[0], 24, out var hours) || !TryNumber(parts[1], 59, out var minutes))
        {
            return false;
        }

        minute = (hours * 60) + minutes;
        return minute <= Day;
    }

    private static bool TryNumber(string text, int most, out int number)
        => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && text.Length <= 2 && number <= most;
}
