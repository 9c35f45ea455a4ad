using System.Globalization;
using System.Text;

namespace Chatalo.Contacts;

/// <summary>
/// Writes a text with one character for each meaning: ASCII digits for the decimal digits of every script, one dash, one blank, one bracket.
/// What cannot be seen is dropped. Everything else, such as letters and emoji, stays.
/// </summary>
internal static class WrittenText
{
    /// <summary>The mark that stands for a control character or half a surrogate pair.</summary>
    public const char Unreadable = '\uFFFD';

    private const char VariationSelector = '\uFE0F';
    private const char Keycap = '\u20E3';

    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is >= ' ' and < '\u007F')
            {
                clean.Append(MapMark(c));
            }
            else if (char.IsSurrogatePair(text, i))
            {
                AppendPair(clean, text, i++);
            }
            else
            {
                Append(clean, c);
            }
        }

        return clean.ToString();
    }

    private static void AppendPair(StringBuilder clean, string text, int at)
    {
        // Mathematical digits (U+1D7CE) and some scripts need two UTF-16 units.
        var digit = CharUnicodeInfo.GetDecimalDigitValue(text, at);
        if (digit >= 0)
        {
            clean.Append((char)('0' + digit));
        }
        else if (CharUnicodeInfo.GetUnicodeCategory(text, at) != UnicodeCategory.Format)
        {
            clean.Append(text, at, 2);
        }
    }

    private static void Append(StringBuilder clean, char c)
    {
        var digit = CharUnicodeInfo.GetDecimalDigitValue(c);
        if (digit >= 0)
        {
            clean.Append((char)('0' + digit));
            return;
        }

        if (c is VariationSelector or Keycap)
        {
            return;
        }

        switch (c)
        {
            case '\t':
                clean.Append('\t');
                return;
            case '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029':
                clean.Append('\n');
                return;
            case >= '\uFF01' and <= '\uFF5E':
                // The full-width forms are ASCII, moved.
                clean.Append(MapMark((char)(c - 0xFEE0)));
                return;
        }

        switch (CharUnicodeInfo.GetUnicodeCategory(c))
        {
            case UnicodeCategory.Format:
                return;
            case UnicodeCategory.Control or UnicodeCategory.Surrogate:
                clean.Append(Unreadable);
                return;
            default:
                clean.Append(MapMark(c));
                return;
        }
    }

    private static char MapMark(char c) => c switch
    {
        >= '0' and <= '9' => c,
        '[' or '{' or '<' or '\u3010' or '\u300C' or '\u3014' or '\uFF62' => '(',
        ']' or '}' or '>' or '\u3011' or '\u300D' or '\u3015' or '\uFF63' => ')',
        '\u2018' or '\u2019' or '\u02BC' or '\u2032' or '\u00B4' or '`' => '\'',
        '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u00BB' or '\u2033' => '"',
        '\u00B7' or '\u2027' or '\u30FB' or '\uFF65' or '\u3002' or '\u2219' => '.',
        '\u060C' or '\u3001' or '\uFF64' or '\u066B' or '\u066C' => ',',
        '\u061B' => ';',
        '\u2044' or '\u2215' => '/',
        '\u00A6' => '|',
        '\u301C' or '\u3030' or '\u223C' or '\u2053' => '~',
        '\u061F' => '?',
        // A long vowel or a line of a table where a Japanese keyboard gave no dash, and the minus of mathematics.
        '\u30FC' or '\uFF70' or '\u2500' or '\u2501' or '\u2212' => '-',
        '\u05BE' => '-',
        < '\u00A0' => c,
        _ => CharUnicodeInfo.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.SpaceSeparator => ' ',
            UnicodeCategory.DashPunctuation => '-',
            _ => c,
        },
    };
}
