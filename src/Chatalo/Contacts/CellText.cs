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
                var number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
                if (number > 0 && number < ExactLimit && number == Math.Floor(number) && (value is double || number < 1 << 24))
                {
                    var whole = ((long)number).ToString(CultureInfo.InvariantCulture);
                    if (whole.TrimEnd('0').Length > ScientificDigits || whole.Length <= ScientificDigits)
                    {
                        return whole;
                    }
                }

                break;
            case decimal amount:
                if (amount > 0 && amount == decimal.Truncate(amount))
                {
                    return decimal.Truncate(amount).ToString(CultureInfo.InvariantCulture);
                }

                break;
            case bool or DateTime or DateTimeOffset or TimeSpan or Guid:
                break;
            default:
                var written = Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty;
                if (written.Length > 0 && written[0] == '-' && value is IFormattable)
                {
                    break;
                }

                return written;
        }

        var shown = Convert.ToString(value, CultureInfo.InvariantCulture);
        refusal = $"'{shown}' ({value.GetType().Name}) is not a whole number that kept all its digits; format the column as text.";
        return null;
    }
}
