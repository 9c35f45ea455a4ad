using System.Globalization;

namespace Chatalo.Contacts;

/// <summary>Shows an input in a message.</summary>
internal static class InputQuote
{
    private const int Longest = 40;

    /// <summary>The input in quotes, without what cannot be seen, and not longer than a line.</summary>
    public static string Of(string text)
    {
        var visible = new string(text.Where(c => !char.IsControl(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format && !char.IsSurrogate(c)).Take(Longest + 1).ToArray());
        return visible.Length > Longest ? $"'{visible.Substring(0, Longest - 1)}…'" : $"'{visible}'";
    }
}
