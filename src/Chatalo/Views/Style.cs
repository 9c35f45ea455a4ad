namespace Chatalo.Views;

/// <summary>Reads $PSStyle, whose type came with PowerShell 7.2: what this is compiled against does not know it.</summary>
internal static class Style
{
    /// <summary>Whether the user wants texts without colours.</summary>
    public static bool IsPlain(object? style) => Value(style, ["OutputRendering"])?.ToString() == "PlainText";

    /// <summary>A text of it; null where there is none.</summary>
    public static string? Read(object? style, string[] path) => Value(style, path) as string;

    private static object? Value(object? style, string[] path)
    {
        foreach (var name in path)
        {
            style = style?.GetType().GetProperty(name)?.GetValue(style);
        }

        return style;
    }
}
