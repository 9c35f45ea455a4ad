using Chatalo.Campaigns;
using Chatalo.Sending;

namespace Chatalo.Commands;

/// <summary>Reads the parameters that say how a campaign sends.</summary>
internal static class CampaignArguments
{
    public static CampaignSettings Read(Interval? interval, int? dailyLimit, string? between, int? maxFailures, Session session) => new()
    {
        Interval = interval,
        DailyLimit = dailyLimit,
        Window = ParseWindow(between),
        MaxFailures = maxFailures,
        UtcOffset = session.UtcOffset,
    };

    public static Interval? ParseInterval(string? text)
    {
        if (text is null)
        {
            return null;
        }

        return Interval.TryParse(text, out var interval)
            ? interval
            : throw new ChataloException(ErrorKind.InvalidInput, $"'{text}' is no interval.", "Give -Interval seconds, such as 5, or a range, such as 5-10.");
    }

    private static DailyWindow? ParseWindow(string? text)
    {
        if (text is null)
        {
            return null;
        }

        return DailyWindow.TryParse(text, out var window)
            ? window
            : throw new ChataloException(
                ErrorKind.InvalidInput, $"'{text}' are no hours of a day.", "Give -Between two times, such as 08:00-20:00, or 20:00-06:00 over midnight.");
    }
}
