using System.Text.RegularExpressions;

namespace Chatalo.Contacts.Files;

/// <summary>Takes from a cell's text what a spreadsheet or a form added to the number.</summary>
internal static class ListNumberText
{
    // 811,234,567.00, 811.234.567,00, 0811234567,0: an amount without cents. The decimal mark is the other one than that of the groups.
    private static readonly Regex Amount = new(
        @"^(?<whole>\+?[0-9]{1,3}(?:,[0-9]{3})+)\.0{1,2}$|^(?<whole>\+?[0-9]{1,3}(?:\.[0-9]{3})+),0{1,2}$|^(?<whole>\+?[0-9]{1,3}(?:[ \u00A0\u202F'’][0-9]{3})+)[.,]0{1,2}$|^(?<whole>\+?[0-9]{7,15})[.,]0{1,2}$",
        RegexOptions.CultureInvariant);

    private static readonly Regex Fraction = new(
        @"^\+?(?:[0-9]{1,3}(?:,[0-9]{3})+\.|[0-9]{1,3}(?:\.[0-9]{3})+,|[0-9]{7,15}[.,])[0-9]{1,2}$", RegexOptions.CultureInvariant);

    /// <summary>The text without the <c>p:</c> of lead forms and without the zeros of a fraction.</summary>
    public static string Clean(string text)
    {
        text = text.Trim();
        if (text.StartsWith("p:", StringComparison.OrdinalIgnoreCase))
        {
            text = text.Substring(2).TrimStart();
        }

        if (text.IndexOfAny(['.', ',']) < 0 || !Amount.Match(text).Groups["whole"].Success)
        {
            return text;
        }

        return new string(Amount.Match(text).Groups["whole"].Value.Where(c => c is '+' or (>= '0' and <= '9')).ToArray());
    }

    /// <summary>Whether a cleaned text is an amount with cents, whose digits are not a number.</summary>
    public static bool IsFraction(string text) => text.IndexOfAny(['.', ',']) >= 0 && Fraction.IsMatch(text);
}
