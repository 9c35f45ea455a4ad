namespace Chatalo.Text;

/// <summary>Texts that came from outside, made fit for a message, a table or a terminal.</summary>
internal static class DisplayText
{
    private const int QuotedCharacters = 60;
    private const int MostReadCharacters = 16;
    private const string Ellipsis = "\u2026";
    private const char NotShown = '\uFFFD';

    /// <summary>
    /// A text that strangers wrote, fit for a terminal: what a terminal would act on, such as colours, titles and cleared screens, is replaced by
    /// a question mark in a diamond, and what would have it show the text backwards is left out. Lines stay.
    /// </summary>
    public static string Plain(string? text)
    {
        if (text is null || !text.Any(static c => IsActedOn(c) || TurnsAround(c)))
        {
            return text ?? "";
        }

        return new string(text.Replace("\r\n", "\n").Where(static c => !TurnsAround(c)).Select(static c => IsActedOn(c) ? NotShown : c).ToArray());
    }

    /// <summary>A text on one line, so that a table keeps its rows, and as <see cref="Plain"/> leaves it.</summary>
    public static string Line(string? text)
        => text is null ? "" : string.Join(" ", Plain(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The same, cut to so many characters, of which the last is then an ellipsis.</summary>
    public static string Line(string? text, int width)
    {
        // Of a text of megabytes, the beginning is enough.
        var most = MostReadCharacters * width;
        var isCut = text?.Length > most;
        var line = Line(isCut ? text!.Substring(0, most) : text);
        if (line.Length <= width && !isCut)
        {
            return line;
        }

        if (line.Length < width)
        {
            return line + Ellipsis;
        }

        // Not between the halves of an emoji.
        var end = char.IsHighSurrogate(line[width - 2]) ? width - 2 : width - 1;
        return line.Substring(0, end) + Ellipsis;
    }

    /// <summary>The beginning of a text in quotation marks, for an error that says which text was wrong.</summary>
    public static string Quote(string? text, int width = QuotedCharacters) => $"'{Line(text, width)}'";

    private static bool IsActedOn(char c) => char.IsControl(c) && c is not ('\n' or '\t');

    // The embeddings, overrides and isolates of bidirectional texts; the marks that plain Arabic and Hebrew need are others.
    private static bool TurnsAround(char c) => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
