namespace Chatalo.Contacts.Files;

/// <summary>Finds what separates the fields of a text file.</summary>
internal static class CsvDelimiter
{
    private const int RowsLookedAt = 20;

    // In the order of preference where two do equally well.
    private static readonly char[] Candidates = [',', ';', '\t', '|'];

    /// <summary>The delimiter named by a first line <c>sep=;</c> (as Excel reads it); null when there is none.</summary>
    public static char? FromFirstLine(string head)
    {
        head = head.TrimStart('\uFEFF');
        var announced = head.Length > 4 && head.StartsWith("sep=", StringComparison.OrdinalIgnoreCase);
        return announced && (head.Length == 5 || head[5] is '\r' or '\n') && head[4] is not ('\r' or '\n' or '"') ? head[4] : null;
    }

    /// <summary>The candidate that cuts the most of the first rows into as many fields, more than one, as the first.</summary>
    public static char Guess(string head)
    {
        var best = ',';
        var bestScore = 0;
        foreach (var candidate in Candidates)
        {
            var rows = new CsvParser(new StringReader(head), candidate).Read().Where(row => !row.IsEmpty).Take(RowsLookedAt + 1).ToList();
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
