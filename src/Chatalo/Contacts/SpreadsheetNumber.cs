using System.Text.RegularExpressions;

namespace Chatalo.Contacts;

/// <summary>Undoes what a spreadsheet's number format did to digits, where no digit was lost: <c>811,234,567.00</c>, <c>811.234.567,00</c>, <c>811234567,0</c>.</summary>
internal static class SpreadsheetNumber
{
    private static readonly Regex ZeroFraction = new("^(?<whole>\\+?[0-9]{7,})[.,]0+$", RegexOptions.CultureInvariant);

    private static readonly Regex Thousands = new("^(?<whole>[0-9]{1,3}(?:,[0-9]{3}){2,5}|[0-9]{1,3}(?:\\.[0-9]{3}){2,5}|[0-9]{1,3}(?:['\u00A0\u202F ][0-9]{3}){2,5})(?<fraction>[.,]0{1,4})$", RegexOptions.CultureInvariant);

    private static readonly Regex CommaThousands = new("^[0-9]{1,3}(?:,[0-9]{3}){2,5}$", RegexOptions.CultureInvariant);

    private static readonly Regex Scientific = new("^[+-]?[0-9]+(?:[.,][0-9]*)?[eE][+-]?[0-9]{1,3}$", RegexOptions.CultureInvariant);

    /// <summary>Whether the text is what a spreadsheet writes for a number that did not fit the column: 6.28E+12, 6,28E+12, 6E12.</summary>
    public static bool IsScientific(string text) => text.IndexOfAny(['e', 'E']) > 0 && Scientific.IsMatch(text.Trim());

    /// <summary>The digits without the format's marks and without a fraction of zero; otherwise the text as it is.</summary>
    public static string Undo(string text)
    {
        if (text.IndexOfAny([',', '.']) < 0)
        {
            return text;
        }

        var trimmed = text.Trim();
        if (ZeroFraction.Match(trimmed) is { Success: true } whole)
        {
            return whole.Groups["whole"].Value;
        }

        var thousands = Thousands.Match(trimmed);
        if (thousands.Success)
        {
            var digits = thousands.Groups["whole"].Value;
            var mark = digits.FirstOrDefault(c => c is not (>= '0' and <= '9'));
            return mark == thousands.Groups["fraction"].Value[0] ? text : Strip(digits);
        }

        return CommaThousands.IsMatch(trimmed) ? Strip(trimmed) : text;
    }

    private static string Strip(string text) => new(text.Where(c => c is >= '0' and <= '9').ToArray());
}
