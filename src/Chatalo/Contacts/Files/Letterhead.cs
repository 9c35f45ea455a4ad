namespace Chatalo.Contacts.Files;

/// <summary>
/// Finds the number of the sender itself above a list without a header: <c>Hotline,021-5550100</c>. Nothing separates it from the people, so its rows are refused and
/// not left out: the person who is one is told.
/// </summary>
internal static class Letterhead
{
    private const int MostRows = 3;

    /// <summary>Marks the first rows that may be a letterhead in the plan.</summary>
    /// <param name="plan">The plan of a list without header.</param>
    /// <param name="rows">The first rows of the table.</param>
    /// <param name="first">The place of the first row of data among them.</param>
    /// <param name="column">The column of the number.</param>
    /// <param name="region">The region of numbers without country code.</param>
    public static ColumnPlan Mark(ColumnPlan plan, IReadOnlyList<TableRow> rows, int first, int column, string? region)
    {
        // A list of companies says so in many rows.
        var said = Enumerable.Range(first, rows.Count - first).Where(r => SaysSo(rows[r], column)).ToArray();
        var isSaid = said.Length <= MostRows && said.Length * 2 <= rows.Count - first;
        for (var r = first; r < Math.Min(first + MostRows, rows.Count - 1); r++)
        {
            if (!((isSaid && said.Contains(r)) || Differs(rows, r, column, region)))
            {
                break;
            }

            plan.Refused[rows[r].Line] = "The row stands at the top of a list without a header and may be the sender's own number, such as a hotline; delete it, or give the list a header to have it read.";
        }

        return plan;
    }

    // A word for the sender or for a company beside the number; a word for phone, if half of the words are known: "Wa Ode Siti" is a name.
    private static bool SaysSo(TableRow row, int column) => row.Cells.Where((_, i) => i != column).Select(SheetValue.TextOf).Any(text =>
    {
        var words = HeaderVocabulary.Read(text);
        return words.Any(word => word.Meanings.Any(meaning => meaning is HeaderMeaning.Place or HeaderMeaning.Sender))
            || (words.Any(word => word.Meanings.Any(meaning => meaning is HeaderMeaning.WhatsApp or HeaderMeaning.Phone or HeaderMeaning.Identifier))
                && words.Count(word => word.Meanings.Count > 0) * 2 >= words.Count);
    });

    // A fixed line, or a row with fewer cells, above mobile numbers alone.
    private static bool Differs(IReadOnlyList<TableRow> rows, int row, int column, string? region)
    {
        var below = rows.Skip(row + 1).ToArray();
        return below.Length > 1 && below.All(other => IsMobile(other, column, region))
            && (!IsMobile(rows[row], column, region) || below.All(other => Filled(other) > Filled(rows[row])));
    }

    private static bool IsMobile(TableRow row, int column, string? region) => column < row.Cells.Count
        && PhoneNumberNormalizer.Shared.Normalize(SheetValue.NumberOf(row.Cells[column]), region) is { IsAccepted: true } number && PhoneLibrary.ReadInternational(number.Digits).IsMobile;

    private static int Filled(TableRow row) => row.Cells.Count(cell => !string.IsNullOrWhiteSpace(SheetValue.TextOf(cell)));
}
