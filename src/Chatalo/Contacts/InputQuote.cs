using System.Globalization;
using Chatalo.Text;

namespace Chatalo.Contacts;

/// <summary>Shows an input in a message.</summary>
internal static class InputQuote
{
    private const int Longest = 40;

    /// <summary>The input in quotes, without what cannot be seen, and not longer than a line.</summary>
    public static string Of(string text)
    {
        var visible = text.Where(static c => !char.IsControl(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format && !char.IsSurrogate(c)).Take(Longest + 1);
        return DisplayText.Quote(new string(visible.ToArray()), Longest);
    }
}
