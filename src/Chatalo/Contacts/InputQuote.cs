using System.Globalization;
using Chatalo.Text;

namespace Chatalo.Contacts;

/// <summary>Shows an input in a message.</summary>
internal static class InputQuote
{
    private const int Longest = 40;

    /// <summary>The input in quotes, on one line, without what cannot be seen, and not longer than a line.</summary>
    public static string Of(string text)
    {
        // A line break is shown as a space: without it, two numbers in a cell would be shown as one.
        var visible = text.Select(static c => char.IsWhiteSpace(c) ? ' ' : c).Where(IsVisible).Take(Longest + 1);
        return DisplayText.Quote(new string(visible.ToArray()), Longest);
    }

    private static bool IsVisible(char c) => !char.IsControl(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format && !char.IsSurrogate(c);
}
