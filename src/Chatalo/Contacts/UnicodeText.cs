using System.Text;

namespace Chatalo.Contacts;

/// <summary>Unicode's normal forms of text from outside, for which <see cref="string.Normalize(NormalizationForm)"/> throws where there are halves of characters or code points that are not characters.</summary>
internal static class UnicodeText
{
    private const char Replacement = '\uFFFD';
    private const int LastTwoOfPlane = 0xFFFE;

    /// <summary>The text in a normal form; each half of a character and each code point that Unicode keeps out of text (U+FDD0 to U+FDEF, and the last two of each plane) becomes U+FFFD.</summary>
    public static string Normalize(string text, NormalizationForm form) => (Array.TrueForAll(text.ToCharArray(), IsPlain) ? text : Mend(text)).Normalize(form);

    private static bool IsPlain(char c) => c is < '\uD800' or (> '\uDFFF' and < '\uFDD0') or (> '\uFDEF' and < '\uFFFE');

    private static string Mend(string text)
    {
        var mended = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                var isCharacter = (char.ConvertToUtf32(text[i], text[i + 1]) & LastTwoOfPlane) != LastTwoOfPlane;
                mended.Append(isCharacter ? text.Substring(i, 2) : Replacement.ToString());
                i++;
            }
            else
            {
                mended.Append(IsPlain(text[i]) ? text[i] : Replacement);
            }
        }

        return mended.ToString();
    }
}
