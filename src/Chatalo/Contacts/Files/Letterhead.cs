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
        for (var r = first; r < Math.Min(first + MostRows, rows.Count - 1); r++)
        {
            if (!(SaysSo(rows[r], column) || Differs(rows, r, column, region)))
            {
                break;
            }

            plan.Refused[rows[r].Line] = "The row stands at the top of a list without a header and may be the sender's own number, such as a hotline; delete it, or give the list a header to have it read.";
        }

        return plan;
    }

    // A word for a place, for somebody else, for phone or for a company beside the number.
    private static bool SaysSo(TableRow row, int column) => row.Cells.Where((_, i) => i != column).Select(SheetValue.TextOf).Any(text =>
        HeaderVocabulary.Read(text).Any(word => word.Meanings.Any(IsLetterhead)));

    // The words of a company count where no person's name can have them.
    private static bool IsLetterhead(HeaderMeaning meaning) => meaning is HeaderMeaning.WhatsApp or HeaderMeaning.Phone or HeaderMeaning.Place or HeaderMeaning.Identifier or HeaderMeaning.Sender;

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
