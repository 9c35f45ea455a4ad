using System.Globalization;

namespace Chatalo.Contacts;

/// <summary>
/// Finds the digits in what people and programs write for a phone number. Stricter than libphonenumber's own reader, which takes letters
/// for vanity numbers and an "x" for an extension: here a masked number must never become a stranger's.
/// </summary>
internal static class NumberTextReader
{
    // No number and no id of WhatsApp comes near; what is longer is a message in the wrong column.
    private const int LongestText = 200;

    // Two runs of this many digits around a comma, slash or line break are two numbers, fewer are one that is written in groups.
    private const int ShortestNumber = 7;

    /// <summary>Reads the text; on false the reason is a whole sentence.</summary>
    public static bool TryRead(string text, out NumberText number, out string refusal)
    {
        number = default;
        refusal = string.Empty;
        if (text.Length > LongestText)
        {
            refusal = $"{Quote(text)} is too long for a phone number; check which column holds the number.";
            return false;
        }

        var address = NumberAddress.Unwrap(text);
        if (address.Refusal is not null)
        {
            refusal = $"{Quote(text)} {address.Refusal}";
            return false;
        }

        var reason = Scan(address.Text, out var digits, out var plus);
        if (reason is not null)
        {
            refusal = $"{Quote(text)} {reason}";
            return false;
        }

        number = new NumberText(digits, plus || address.IsInternational);
        return true;
    }

    /// <summary>The input as a message shows it: in quotes, without what cannot be seen, and not longer than a line.</summary>
    public static string Quote(string text)
    {
        var visible = new string(text.Where(c => !char.IsControl(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format && !char.IsSurrogate(c)).Take(41).ToArray());
        return visible.Length > 40 ? $"'{visible.Substring(0, 39)}…'" : $"'{visible}'";
    }

    private static string? Scan(string text, out string digits, out bool plus)
    {
        digits = string.Empty;
        plus = false;
        if (IsScientific(text))
        {
            return "is in scientific notation and has lost digits; format the column as text.";
        }

        var end = EndWithoutZeroFraction(text);
        var found = new char[end];
        var count = 0;
        var runStart = 0;
        for (var i = 0; i < end; i++)
        {
            var c = text[i];
            var digit = CharUnicodeInfo.GetDecimalDigitValue(c);
            if (digit >= 0)
            {
                found[count++] = (char)('0' + digit);
            }
            else if (c is '+' or '\uFF0B')
            {
                if (plus || count > 0)
                {
                    return "holds more than one number; put each on a row of its own.";
                }

                plus = true;
            }
            else if (c is ',' or ';' or '/' or '|' or '&' or '\n' or '\r')
            {
                if (count - runStart >= ShortestNumber && CountDigits(text, i, end) >= ShortestNumber)
                {
                    return "holds more than one number; put each on a row of its own.";
                }

                runStart = count;
            }
            else if (!IsFiller(c))
            {
                return char.IsLetter(c) || c is '*' or '#' or '_' or '?' or '\u2022' or '\u2026'
                    ? "is masked or has letters in it; give the whole number in digits."
                    : $"has a character that no phone number has ('{(char.IsControl(c) || char.IsSurrogate(c) ? '\uFFFD' : c)}'); give the number in digits.";
            }
        }

        digits = new string(found, 0, count);
        return count == 0 ? (text.Length == 0 ? "is empty; give a phone number." : "has no digits; give a phone number.") : null;
    }

    private static bool IsFiller(char c) => c is '-' or '(' or ')' or '.' or '\'' or '"' or '~' or '\u00B7' or '\u2212' or '[' or ']'
        || char.IsWhiteSpace(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.DashPunctuation
            or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation;

    // 6.28E+12, 6,28E+12, 6E12: what a spreadsheet writes for a number that did not fit the column.
    private static bool IsScientific(string text)
    {
        var e = text.IndexOfAny(['e', 'E']);
        var rest = e < 0 ? 0 : CountDigits(text, e, text.Length);
        return e > 0 && rest is > 0 and < 4 && CountDigits(text, 0, e) > 0
            && text.All(c => char.IsDigit(c) || char.IsWhiteSpace(c) || c is 'e' or 'E' or '+' or '-' or '.' or ',')
            && text.LastIndexOfAny(['e', 'E']) == e;
    }

    // 6281234567890.0 is a number that went through a table of floating-point columns; its last zero is not a digit of the number.
    private static int EndWithoutZeroFraction(string text)
    {
        var point = text.IndexOf('.');
        if (point < ShortestNumber || point != text.LastIndexOf('.'))
        {
            return text.Length;
        }

        for (var i = 0; i < text.Length; i++)
        {
            var expected = i < point ? char.IsDigit(text[i]) || (i == 0 && text[i] == '+') : i == point || text[i] == '0';
            if (!expected)
            {
                return text.Length;
            }
        }

        return point;
    }

    private static int CountDigits(string text, int from, int to)
    {
        var count = 0;
        for (var i = from; i < to; i++)
        {
            count += CharUnicodeInfo.GetDecimalDigitValue(text[i]) >= 0 ? 1 : 0;
        }

        return count;
    }
}
