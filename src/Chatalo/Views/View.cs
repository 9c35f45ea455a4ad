using System.Globalization;
using Chatalo.Text;
using Chatalo.Views;

namespace Chatalo;

/// <summary>How Chatalo.Format.ps1xml writes values. For the views alone: scripts read the properties.</summary>
public static class View
{
    private const string Reset = "\u001b[0m";

    /// <summary>A time as this machine's clock shows it, to the second and the same in every culture; empty for none.</summary>
    public static string Time(DateTimeOffset? time)
        => time?.ToLocalTime().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A text on one line, so that a table keeps its rows, and as <see cref="Plain"/> leaves it.</summary>
    public static string Line(string? text) => DisplayText.Line(text);

    /// <summary>The same, cut to so many characters with an ellipsis: for a column beside one that wraps.</summary>
    public static string Line(string? text, int width) => DisplayText.Line(text, width);

    /// <summary>
    /// A text that strangers wrote, fit for a terminal: what a terminal would act on, such as colours, titles and cleared screens, is replaced by
    /// a question mark in a diamond, and what would have it show the text backwards is left out. Lines stay.
    /// </summary>
    public static string Plain(string? text) => DisplayText.Plain(text);

    /// <summary>The same of anything: of a row its columns, as PowerShell writes them on one line.</summary>
    public static string Text(object? value) => Plain(value is string text ? text : Convert.ToString(value, CultureInfo.InvariantCulture));

    /// <summary>The rate window in a few characters: what is left of what is allowed.</summary>
    public static string Rate(RateLimitState state)
        => state.Limit is { } limit ? string.Format(CultureInfo.InvariantCulture, "{0}/{1}", state.Remaining ?? limit, limit) : "";

    /// <summary>
    /// An outcome, a status, a state or a yes or no, in the colour of its meaning: green for good, yellow for what is under way or should be
    /// looked at, and the style's own colour of errors for bad.
    /// </summary>
    /// <param name="value">The value; what has no known meaning stays plain.</param>
    /// <param name="style">$PSStyle; null where there is none, as in Windows PowerShell, and then nothing has a colour.</param>
    public static string Status(object? value, object? style)
    {
        var text = Line(Convert.ToString(value, CultureInfo.InvariantCulture));
        var colour = ColourOf(text) is { } path ? Style.Read(style, path) : null;
        return string.IsNullOrEmpty(colour) ? text : colour + text + Reset;
    }

    private static string[]? ColourOf(string text) => text.ToUpperInvariant() switch
    {
        "SENT" or "AUTHENTICATED" or "TRUE" or "RUNNING" or "COMPLETED" => ["Foreground", "Green"],
        "UNKNOWN" or "SENDING" or "CONNECTED" or "CONNECTING" or "DISCONNECTING" or "PAUSED" => ["Foreground", "Yellow"],
        "FAILED" or "DISCONNECTED" or "FALSE" => ["Formatting", "Error"],
        "SKIPPED" or "PENDING" => ["Formatting", "FormatAccent"],
        _ => null,
    };

    /// <summary>A code drawn for this window, line by line, with a line of words below it; or why it is not drawn, and what to do.</summary>
    /// <param name="code">A <see cref="QrCode"/> or a <see cref="ChatLink"/>.</param>
    /// <param name="style">As with <see cref="Status"/>.</param>
    public static string[] Drawing(object code, object? style) => CodeView.Draw(code, style);
}
