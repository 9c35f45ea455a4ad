namespace Chatalo.Contacts.Files;

/// <summary>Finds what separates the fields of a text file.</summary>
internal static class CsvDelimiter
{
    private const int RowsLookedAt = 20;

    // In the order of preference where two do equally well.
    private static readonly char[] Candidates = [',', ';', '\t', '|', '\u061B', '\u060C', '^', '~', '\u001F'];

    /// <summary>
    /// The delimiter named by a first line <c>sep=;</c> (as Excel reads it), also in quotes and with empty fields behind it (as programs write it that
    /// take it for a row); null when there is none.
    /// </summary>
    public static char? FromFirstLine(string head)
    {
        var end = head.IndexOfAny(['\r', '\n']);
        var line = (end < 0 ? head : head.Substring(0, end)).TrimStart('\uFEFF').Replace("\"", string.Empty);
        return line.Length > 4 && line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && line.Skip(4).All(c => c == line[4]) ? line[4] : null;
    }

    /// <summary>Whether the fields of the first rows are in single quotes, as SQL tools write them.</summary>
    public static char Quote(string head)
    {
        var lines = head.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Take(RowsLookedAt).ToArray();
        var first = lines.FirstOrDefault()?.TrimStart('\uFEFF') ?? string.Empty;
        return first.Length > 2 && first[0] == '\'' && first[first.Length - 1] == '\'' && Candidates.Any(c => first.Contains($"'{c}'")) ? '\'' : '"';
    }

    /// <summary>The candidate that cuts the most of the first rows into as many fields, more than one, as the first.</summary>
    public static char Guess(string head, char quote)
    {
        var best = ',';
        var bestScore = 0;
        foreach (var candidate in Candidates)
        {
            var rows = new CsvParser(new StringReader(head), candidate, quote, rareLineEnds: head.IndexOfAny(['\r', '\n']) < 0).Read().Where(row => !row.IsEmpty).Take(RowsLookedAt + 1).ToList();
            if (rows.Count > 1)
            {
                // The head may end within a row.
                rows.RemoveAt(rows.Count - 1);
            }

            var width = rows.Count == 0 ? 0 : rows[0].Cells.Count;
            var score = width < 2 ? 0 : (rows.Count(row => row.Cells.Count == width) * 1000 / rows.Count) + Math.Min(width, 100);
            if (score > bestScore)
            {
                (best, bestScore) = (candidate, score);
            }
        }

        return best;
    }
}
