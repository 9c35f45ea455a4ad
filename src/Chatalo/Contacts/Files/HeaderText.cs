using System.Globalization;
using System.Text;

namespace Chatalo.Contacts.Files;

/// <summary>Makes headers comparable, and cuts them into words.</summary>
internal static class HeaderText
{
    /// <summary>The text in small letters without accents, and in one form of those that Unicode has in several (full width, compatibility forms).</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in UnicodeText.Normalize(text, NormalizationForm.FormKD))
        {
            var category = CharUnicodeInfo.GetUnicodeCategory(c);
            if (category is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format))
            {
                folded.Append(c is '\u0110' or '\u0111' ? 'd' : c is '\u0131' or '\u0130' ? 'i' : c is '\u0142' or '\u0141' ? 'l' : char.ToLowerInvariant(c));
            }
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>The folded words: runs of letters, cut also where a small letter is followed by a capital one (<c>MobilePhone</c>), and runs of digits.</summary>
    public static IReadOnlyList<string> Words(string text)
    {
        text = UnicodeText.Normalize(text, NormalizationForm.FormKC);
        var words = new List<string>();
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && i > start && Continues(text, i))
            {
                continue;
            }

            if (i > start && IsPart(text[start]))
            {
                words.Add(Fold(text.Substring(start, i - start)));
            }

            start = i;
        }

        return words;
    }

    private static bool IsPart(char c) => char.IsLetterOrDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    // Whether the character at i belongs to the word of the one before it.
    private static bool Continues(string text, int i)
    {
        var (before, c) = (text[i - 1], text[i]);
        if (!IsPart(c) || !IsPart(before) || char.IsDigit(c) != char.IsDigit(before))
        {
            return false;
        }

        var newWord = char.IsUpper(c) && (char.IsLower(before) || (i + 1 < text.Length && char.IsUpper(before) && char.IsLower(text[i + 1])));
        return !newWord;
    }
}
