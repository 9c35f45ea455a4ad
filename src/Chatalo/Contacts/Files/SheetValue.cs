using System.Globalization;
using Chatalo.Contacts.Files.Excel;

namespace Chatalo.Contacts.Files;

/// <summary>A cell of a worksheet whose number format shows something else than its value: a date, an amount, a code with leading zeros.</summary>
internal sealed class SheetValue(object value, CellFormat format, CultureInfo culture) : IFormattable
{
    private string? _text;

    /// <summary>The double or DateTime that the sheet holds.</summary>
    public object Value => value;

    /// <summary>What the sheet shows.</summary>
    public string Text => _text ??= format.Show(value, culture);

    /// <summary>What is read as a phone number: what the sheet shows where the format adds digits or a plus, else the value.</summary>
    public object Number => format.AddsDigits && value is double number && number == Math.Floor(number) ? Text : value;

    /// <summary>What the sheet shows; with a format, the value in that.</summary>
    public string ToString(string? format, IFormatProvider? formatProvider) =>
        string.IsNullOrEmpty(format) || value is not IFormattable formattable ? Text : formattable.ToString(format, formatProvider);

    public override string ToString() => Text;

    /// <summary>The value of any cell.</summary>
    public static object? ValueOf(object? cell) => cell is SheetValue sheet ? sheet.Value : cell;

    /// <summary>What any cell shows.</summary>
    public static string TextOf(object? cell) => cell switch
    {
        null => string.Empty,
        string text => text,
        SheetValue sheet => sheet.Text,
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? string.Empty,
    };

    /// <summary>What of any cell is read as a phone number.</summary>
    public static object? NumberOf(object? cell) => cell is SheetValue sheet ? sheet.Number : cell;
}
