using System.Globalization;

namespace Chatalo.Contacts.Files.Excel;

/// <summary>Makes cells of the numbers of a workbook by their formats.</summary>
internal sealed class CellFormats(CultureInfo culture, bool isDate1904)
{
    // Days from 1899-12-30 to 1904-01-01.
    private const double Days1904 = 1462;
    private const double LastDay = 2958466;

    private readonly Dictionary<string, CellFormat?> _byCode = new(StringComparer.Ordinal);

    /// <summary>The format of a code; remembered.</summary>
    public CellFormat? Get(string? code, int id = -1)
    {
        var key = code ?? "#" + id.ToString(CultureInfo.InvariantCulture);
        if (!_byCode.TryGetValue(key, out var format))
        {
            _byCode[key] = format = CellFormat.Parse(code, id);
        }

        return format;
    }

    /// <summary>A cell of a number: the number, or it with what the sheet shows of it; a date as DateTime.</summary>
    public object ToCell(double number, CellFormat? format)
    {
        if (format is null)
        {
            return number;
        }

        var day = number + (isDate1904 ? Days1904 : 0);
        return new SheetValue(format.IsDate && day is >= 0 and < LastDay ? ToDate(day) : number, format, culture);
    }

    /// <summary>A cell of a date that the file has as one.</summary>
    public object ToCell(DateTime date, CellFormat? format) => format is null ? date : new SheetValue(date, format, culture);

    // Excel counts a 29 February 1900 that was not: days before it are one off.
    private static DateTime ToDate(double day)
    {
        var date = DateTime.FromOADate(day is >= 1 and < 60 ? day + 1 : day);
        // A fraction of a day is not exact: 09:30 may be some microseconds less.
        return new DateTime((long)Math.Round(date.Ticks / (double)TimeSpan.TicksPerMillisecond) * TimeSpan.TicksPerMillisecond);
    }
}
