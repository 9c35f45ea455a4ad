using System.Globalization;

namespace Chatalo;

/// <summary>How Chatalo.Format.ps1xml writes values. For the views alone: scripts read the properties.</summary>
public static class View
{
    private const string Reset = "\u001b[0m";

    /// <summary>A time as this machine's clock shows it, to the second and the same in every culture; empty for none.</summary>
    public static string Time(DateTimeOffset? time)
        => time?.ToLocalTime().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A text on one line, so that a table keeps its rows.</summary>
    public static string Line(string? text)
        => text is null ? "" : string.Join(" ", text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

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
        var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        var colour = ColourOf(text) is { } path ? Read(style, path) : null;
        return string.IsNullOrEmpty(colour) ? text : colour + text + Reset;
    }

    private static string[]? ColourOf(string text) => text.ToUpperInvariant() switch
    {
        "SENT" or "AUTHENTICATED" or "TRUE" or "RUNNING" => ["Foreground", "Green"],
        "UNKNOWN" or "SENDING" or "CONNECTED" or "CONNECTING" or "DISCONNECTING" or "PAUSED" => ["Foreground", "Yellow"],
        "FAILED" or "DISCONNECTED" or "FALSE" => ["Formatting", "Error"],
        "SKIPPED" or "PENDING" => ["Formatting", "FormatAccent"],
        _ => null,
    };

    // The type came with PowerShell 7.2, and what this is compiled against does not know it.
    private static string? Read(object? style, string[] path)
    {
        foreach (var name in path)
        {
            style = style?.GetType().GetProperty(name)?.GetValue(style);
        }

        return style as string;
    }
}
