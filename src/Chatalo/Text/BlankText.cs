using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Chatalo.Text;

/// <summary>
/// Whether a reader sees nothing in a text. Cells that were copied from web pages and chats hold characters that nobody sees, such as the zero width
/// space and the byte order mark: such a cell is as empty as one without any.
/// </summary>
internal static class BlankText
{
    // Letters and signs that are drawn as nothing: the fillers of Hangul, the blank of Braille, the combining grapheme joiner.
    private const string Fillers = "\u115F\u1160\u3164\uFFA0\u2800\u034F";

    /// <summary>Whether nothing of it can be seen; also for null.</summary>
    public static bool Is([NotNullWhen(false)] string? text) => string.IsNullOrWhiteSpace(text) || text!.All(IsUnseen);

    private static bool IsUnseen(char c)
        => char.IsWhiteSpace(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Control || Fillers.IndexOf(c) >= 0 || c is >= '\uFE00' and <= '\uFE0F';
}
