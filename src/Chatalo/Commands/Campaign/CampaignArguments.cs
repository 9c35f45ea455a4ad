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
        UtcOffset = session.Offset,
    };

    /// <summary>The name of a campaign that was given or piped in: a text, or that of a campaign. The column Name of somebody else's object does not count.</summary>
    /// <exception cref="ChataloException">It is neither, or empty.</exception>
    public static string NameOf(object? given)
    {
        const string remedy = "Give the campaign's name, or pipe in what Get-ChataloCampaign gives.";
        var row = PipedInput.Row(given);
        var name = row is not null && PipedInput.IsPlain(row)
            ? InputValue.Text(given, "name of the campaign")
            : PipedInput.OwnText(given, [typeof(Chatalo.Campaign)], ["Name", "CampaignName"], "name of a campaign", remedy);
        return string.IsNullOrWhiteSpace(name) ? throw new ChataloException(ErrorKind.InvalidInput, "The campaign's name is empty.", remedy) : name!;
    }

    public static Interval? ParseInterval(string? text)
    {
        if (text is null)
        {
            return null;
        }

        return Interval.TryParse(text, out var interval)
            ? interval
            : throw new ChataloException(ErrorKind.InvalidInput, $"'{text}' is not an interval.", "Give -Interval seconds, such as 5, or a range, such as 5-10.");
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
                ErrorKind.InvalidInput, $"'{text}' are not hours of a day.", "Give -Between two times, such as 08:00-20:00, or 20:00-06:00 over midnight.");
    }
}
