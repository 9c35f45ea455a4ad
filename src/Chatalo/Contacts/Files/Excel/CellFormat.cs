using System.Globalization;
using ExcelNumberFormat;

namespace Chatalo.Contacts.Files.Excel;

/// <summary>A number format of a workbook. The only class that names ExcelNumberFormat.</summary>
internal sealed class CellFormat
{
    // A format of that many zeros is that of a number with a fixed count of digits, not of an amount.
    private const int DigitsOfANumber = 7;

    private readonly NumberFormat _format;
    private readonly bool _isSystemDate;

    private CellFormat(string format, bool isSystemDate)
    {
        _format = new NumberFormat(format);
        _isSystemDate = isSystemDate;
        AddsDigits = !IsDate && FindAddedDigits(format);
    }

    /// <summary>Whether the value is a date or a time of day.</summary>
    public bool IsDate => _isSystemDate || _format.IsDateTimeFormat;

    /// <summary>Whether the format shows digits, or a plus, that the value does not have: <c>"+852 "0000 0000</c>, <c>00000000000</c>.</summary>
    public bool AddsDigits { get; }

    /// <summary>A format by its code; null when it shows the value as it is.</summary>
    public static CellFormat? Parse(string? code, int id = -1)
    {
        code = code is { Length: > 0 and < 256 } ? code : BuiltIn(id);
        if (code is null || code.Equals("General", StringComparison.OrdinalIgnoreCase) || code == "@")
        {
            return null;
        }

        var format = new CellFormat(code, id is 14 or 22 && (code == BuiltIn(id) || code is "mm-dd-yy"));
        return format._format.IsValid ? format : null;
    }

    /// <summary>What the sheet shows in a culture: its separators and names of months, the months and days of the Gregorian calendar.</summary>
    public string Show(object value, CultureInfo culture)
    {
        try
        {
            return _isSystemDate && value is DateTime date
                ? date.ToString(date.TimeOfDay == TimeSpan.Zero ? "d" : "g", culture)
                : _format.Format(value is double number ? Nudge(number) : value, culture);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or OverflowException or InvalidCastException or IndexOutOfRangeException or NullReferenceException)
        {
            // A format that the library cannot use, or a value outside its range.
            return Convert.ToString(value, culture) ?? string.Empty;
        }
    }

    // Excel rounds a half away from zero, the library to the even digit.
    private static double Nudge(double number) => number == Math.Floor(number) ? number : number * (1 + 4e-16);

    private static bool FindAddedDigits(string format)
    {
        // Positive numbers are shown by the first section.
        var zeros = 0;
        var quoted = false;
        for (var i = 0; i < format.Length && (quoted || format[i] != ';'); i++)
        {
            var c = format[i];
            var escaped = !quoted && c == '\\' && i + 1 < format.Length;
            quoted ^= c == '"';
            c = escaped ? format[++i] : c;
            if (((quoted || escaped) && c is >= '0' and <= '9') || (c == '+' && (i == 0 || format[i - 1] is not ('E' or 'e'))))
            {
                return true;
            }

            zeros += !quoted && !escaped && c == '0' ? 1 : 0;
        }

        return zeros >= DigitsOfANumber;
    }

    // ECMA-376 part 1, 18.8.30. 14 and 22 are shown as the machine shows dates.
    private static string? BuiltIn(int id) => id switch
    {
        1 => "0",
        2 => "0.00",
        3 => "#,##0",
        4 => "#,##0.00",
        9 => "0%",
        10 => "0.00%",
        11 => "0.00E+00",
        12 => "# ?/?",
        13 => "# ??/??",
        14 => "m/d/yyyy",
        15 => "d-mmm-yy",
        16 => "d-mmm",
        17 => "mmm-yy",
        18 => "h:mm AM/PM",
        19 => "h:mm:ss AM/PM",
        20 => "h:mm",
        21 => "h:mm:ss",
        22 => "m/d/yyyy h:mm",
        37 => "#,##0 ;(#,##0)",
        38 => "#,##0 ;[Red](#,##0)",
        39 => "#,##0.00;(#,##0.00)",
        40 => "#,##0.00;[Red](#,##0.00)",
        45 => "mm:ss",
        46 => "[h]:mm:ss",
        47 => "mmss.0",
        48 => "##0.0E+0",
        _ => null,
    };
}
