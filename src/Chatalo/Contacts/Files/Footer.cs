namespace Chatalo.Contacts.Files;

/// <summary>
/// Finds the number of the sender itself below a list: <c>Hotline,021-5550100</c> behind an empty line or a row of totals. As with <see cref="Letterhead"/> its
/// row is refused with the reason.
/// </summary>
internal sealed class Footer
{
    private const int MostCells = 2;

    private static readonly HashSet<string> Totals = ["total", "totals", "subtotal", "jumlah", "grand", "sum", "summe"];

    private int _last;
    private bool _isBelow;

    /// <summary>Why a row is refused; null for other rows. Takes all rows of the table in order.</summary>
    public string? Look(TableRow row, ColumnPlan plan)
    {
        var isApart = _last > 0 && row.Line > _last + 1;
        _last = row.Line;
        var texts = row.Cells.Where((cell, i) => i != plan.Numbers[0].Index && !string.IsNullOrWhiteSpace(SheetValue.TextOf(cell))).Take(MostCells + 1).Select(SheetValue.TextOf).ToArray();
        if (texts.Length > 0 && Totals.Contains(HeaderText.Words(texts[0]).FirstOrDefault() ?? string.Empty))
        {
            _isBelow = true;
            return null;
        }

        _isBelow = (_isBelow || isApart) && texts.Length is > 0 and < MostCells && SaysSender(texts[0]);
        return _isBelow ? "The row stands apart below the list and may be the sender's own number, such as a hotline; delete it, or put it among the others to have it read." : null;
    }

    private static bool SaysSender(string text) => HeaderVocabulary.Read(text).Any(word => word.Meanings.Contains(HeaderMeaning.Sender));
}
