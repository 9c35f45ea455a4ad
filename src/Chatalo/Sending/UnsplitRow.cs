namespace Chatalo.Sending;

/// <summary>
/// Tells rows that Import-Csv has not split: it splits at commas unless it is told otherwise, and spreadsheets in half of the world write semicolons.
/// </summary>
internal static class UnsplitRow
{
    private static readonly char[] Separators = [';', ',', '\t', '|'];

    /// <summary>Whether the row's only column is named like several.</summary>
    public static bool Is(IReadOnlyList<string> columns) => SeparatorAt(columns) >= 0;

    /// <summary>A sentence for the end of a message, with a space in front; empty where the columns look right.</summary>
    /// <param name="columns">The names of the row's columns.</param>
    public static string Hint(IReadOnlyList<string> columns)
    {
        var at = SeparatorAt(columns);
        if (at < 0)
        {
            return string.Empty;
        }

        var separator = columns[0][at] == '\t' ? "`t" : columns[0].Substring(at, 1);
        return $" The row was not split into its columns: read the file with Import-Csv -Delimiter \"{separator}\", or with Import-ChataloContact, which finds the separator.";
    }

    private static int SeparatorAt(IReadOnlyList<string> columns) => columns.Count == 1 ? columns[0].IndexOfAny(Separators) : -1;
}
