using System.Globalization;

namespace Chatalo.Contacts.Files;

/// <summary>Tells by itself whether a cell is a phone number. Used to find the column; what a cell of that column says is read more leniently.</summary>
internal sealed class PhoneCell(string? region)
{
    private const int ShortestNumber = 7;

    private static readonly string[] DateFormats = ["ddMMyyyy", "MMddyyyy", "yyyyMMdd", "d/M/yyyy", "M/d/yyyy", "d-M-yyyy", "d.M.yyyy", "yyyy-M-d", "yyyy/M/d"];

    private readonly string _callingCode = PhoneNumberNormalizer.IsRegion(region)
        ? PhoneLibrary.GetCallingCode(region!.ToUpperInvariant()).ToString(CultureInfo.InvariantCulture) : "+";

    /// <summary>Whether the cell is a phone number and nothing else: not a date, and without words beside it.</summary>
    public bool IsPhone(object? cell)
    {
        var value = SheetValue.NumberOf(cell);
        if (value is null or bool or DateTime)
        {
            return false;
        }

        var text = ListNumberText.Clean(SheetValue.TextOf(value));
        return text.Count(c => CharUnicodeInfo.GetDecimalDigitValue(c) >= 0) >= ShortestNumber && !IsDate(text)
            && (!text.Any(char.IsLetter) || text.IndexOf("wa.me/", StringComparison.OrdinalIgnoreCase) >= 0 || text.StartsWith("tel:", StringComparison.OrdinalIgnoreCase))
            && PhoneNumberNormalizer.Shared.Normalize(value is string ? text : value, region).IsAccepted;
    }

    /// <summary>Whether it is written as people write phone numbers: with a plus, a leading zero, the region's country code or in groups.</summary>
    public bool IsWritten(object? cell)
    {
        var text = SheetValue.TextOf(SheetValue.NumberOf(cell)).Trim();
        return text.Length > 0 && (text[0] is '+' or '0' or '(' or '\'' || text.IndexOfAny(['-', ' ', '/', ':']) > 0
            || (text.Length >= 10 && text.StartsWith(_callingCode, StringComparison.Ordinal)));
    }

    private static bool IsDate(string text) =>
        DateTime.TryParseExact(text, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is > 1900 and < 2100;
}
