using System.Globalization;

namespace Chatalo.Sending;

/// <summary>
/// Writes one value into a message. A CSV file holds only strings, so a string with a format is first read as what the format is for.
/// <list type="bullet">
/// <item>Numbers are read the invariant way only (<c>1500000</c>, <c>1500.50</c>). Grouped ones such as <c>1.500.000</c> or <c>1,500</c> mean
/// different amounts in different countries, and are never guessed at: they stay as written.</item>
/// <item>Dates are read as ISO 8601 only (<c>2025-02-26</c>, <c>2025-02-26T16:20:53+07:00</c>), for the same reason with 02/03/2025. A time with
/// an offset keeps it.</item>
/// <item>A number becomes a date in no case, and a date becomes a number in none. A string that is neither stays as written.</item>
/// </list>
/// </summary>
internal static class TemplateValue
{
    private static readonly string[] DateFormats =
    [
        "yyyy-MM-dd", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ss.FFFFFFF",
    ];

    private static readonly string[] ZonedFormats = ["yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK", "yyyy-MM-ddTHH:mmK", "yyyy-MM-dd HH:mm:ssK"];

    /// <summary>The value as text in the culture.</summary>
    /// <exception cref="FormatException">The format is not one for the value.</exception>
    public static string Write(object? value, string? format, CultureInfo culture)
    {
        if (value is null or DBNull || value is string { Length: 0 })
        {
            return string.Empty;
        }

        if (format is not null && value is string text)
        {
            value = ReadFor(format, text) ?? value;
        }

        return value is IFormattable formattable
            ? formattable.ToString(format, culture) ?? string.Empty
            : Convert.ToString(value, culture) ?? string.Empty;
    }

    private static object? ReadFor(string format, string text)
    {
        text = text.Trim();
        const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (decimal.TryParse(text, Plain, CultureInfo.InvariantCulture, out var number))
        {
            return IsDateFormat(format) ? null : number;
        }

        // A trailing offset first: read as a local time it would be moved to this machine's zone.
        if (DateTimeOffset.TryParseExact(text, ZonedFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            && (text.EndsWith("Z", StringComparison.Ordinal) || text.LastIndexOfAny(['+', '-']) > 9))
        {
            return moment;
        }

        return DateTime.TryParseExact(text, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
    }

    // Custom number formats have digits placeholders or a standard letter; day, month and year letters next to each other are a date's.
    private static bool IsDateFormat(string format)
    {
        if (format.IndexOfAny(['0', '#']) >= 0)
        {
            return false;
        }

        var standardNumber = "BCDEFGNPRXbcdefgnprx".IndexOf(format[0]) >= 0 && format.Skip(1).All(c => c is >= '0' and <= '9');
        return !standardNumber && format.IndexOfAny(['y', 'M', 'd', 'H', 'h', 'm', 's', 't']) >= 0;
    }
}
