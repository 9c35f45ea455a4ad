using System.Globalization;

namespace Chatalo.Contacts;

/// <summary>Turns whatever a column or a parameter holds into the text of a number.</summary>
internal static class CellText
{
    // Above this a double no longer tells two neighbouring whole numbers apart (IEEE 754: 53 bits of significand).
    private const double ExactLimit = 9007199254740992;

    // Excel's General format keeps up to six significant digits when it falls back to 6.28123E+12 (LibreOffice's alike): a number that was read
    // back from such a text has no more, and zeros for the rest.
    private const int ScientificDigits = 6;

    /// <summary>The text, or null with a reason when the cell cannot hold a whole number.</summary>
    public static string? ToText(object? value, out string? refusal)
    {
        refusal = null;
        switch (value)
        {
            case null:
                return string.Empty;
            case string text:
                return text;
            case double or float:
                return FloatToText(value, ref refusal);
            case decimal amount:
                refusal = amount < 0 ? Refused(value, Refusals.Negative) : amount != decimal.Truncate(amount) ? Refused(value, Refusals.Fraction) : null;
                return refusal is null ? decimal.Truncate(amount).ToString(CultureInfo.InvariantCulture) : null;
            case DateTime or DateTimeOffset or TimeSpan:
                refusal = Refused(value, Refusals.Date);
                return null;
            case bool or Guid:
                refusal = Refused(value, $"is a {value.GetType().Name}, not a phone number; check which column holds the number.");
                return null;
            default:
                var written = Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty;
                refusal = written.Length > 0 && written[0] == '-' && value is IFormattable ? Refused(value, Refusals.Negative) : null;
                return refusal is null ? written : null;
        }
    }

    private static string? FloatToText(object value, ref string? refusal)
    {
        var number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
        refusal = number < 0 ? Refused(value, Refusals.Negative)
            : number < ExactLimit && number != Math.Floor(number) ? Refused(value, Refusals.Fraction)
            : null;
        if (refusal is not null)
        {
            return null;
        }

        if (number < ExactLimit && (value is double || number < 1 << 24))
        {
            var whole = ((long)number).ToString(CultureInfo.InvariantCulture);
            if (whole.TrimEnd('0').Length > ScientificDigits || whole.Length <= ScientificDigits)
            {
                return whole;
            }
        }

        refusal = Refused(value, Refusals.LostDigits);
        return null;
    }

    private static string Refused(object value, string reason) => $"'{Convert.ToString(value, CultureInfo.InvariantCulture)}' ({value.GetType().Name}) {reason}";
}
