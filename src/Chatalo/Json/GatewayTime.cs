using System.Globalization;

namespace Chatalo.Json;

/// <summary>
/// The gateway's times. They carry no zone; <c>expires_at</c> "2025-02-26 16:20:53" was answered at 09:19:53 GMT, so they are UTC+7.
/// They are English whatever the user's culture.
/// </summary>
internal static class GatewayTime
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm",
        "d MMM yyyy, hh:mm:ss tt", "d MMM yyyy, h:mm:ss tt", "d MMM yyyy, hh:mm tt", "d MMM yyyy, h:mm tt", "d MMM yyyy", "yyyy-MM-dd",
    ];

    public static DateTimeOffset? Parse(string? text, TimeSpan offset)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        // "20 Jul 2023, 09:50 am (10 days remaining)"
        var end = text!.IndexOf('(');
        var plain = (end < 0 ? text : text.Substring(0, end)).Trim();
        if (DateTime.TryParseExact(plain, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return Zoned(local, offset);
        }

        // A later version of the gateway may say the zone, as Laravel does by default ("2025-02-26T09:20:53.000000Z").
        return DateTimeOffset.TryParse(plain, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var zoned)
            && (plain.EndsWith("Z", StringComparison.OrdinalIgnoreCase) || plain.LastIndexOfAny(['+', '-']) > 10)
            ? zoned
            : null;
    }

    private static DateTimeOffset? Zoned(DateTime local, TimeSpan offset)
    {
        try
        {
            return new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), offset);
        }
        catch (ArgumentOutOfRangeException)
        {
            // The first or last day of the calendar, moved out of it.
            return null;
        }
    }
}
