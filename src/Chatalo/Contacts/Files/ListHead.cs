namespace Chatalo.Contacts.Files;

/// <summary>The first rows of a table, each looked at both as a header and as data.</summary>
/// <param name="rows">The first rows that are neither empty nor hidden.</param>
/// <param name="phone">Tells cells that read as phone numbers.</param>
internal sealed class ListHead(IReadOnlyList<TableRow> rows, PhoneCell phone)
{
    /// <summary>Each row's cells as headers.</summary>
    public IReadOnlyList<NumberColumns> Headers { get; } = rows.Select(row => NumberColumns.Of(Texts(row))).ToArray();

    /// <summary>The columns of each row that read as phone numbers.</summary>
    public IReadOnlyList<HashSet<int>> Phones { get; } = rows.Select(row => new HashSet<int>(Enumerable.Range(0, row.Cells.Count).Where(i => phone.IsPhone(row.Cells[i])))).ToArray();

    /// <summary>The texts of a row as headers.</summary>
    public static IReadOnlyList<string> Texts(TableRow row) => row.Cells.Select(cell => SheetValue.TextOf(cell).Trim().Trim('\uFEFF', '\u200B').Trim()).ToArray();

    /// <summary>The place of the nearest row above that is all words and has one for the column; -1 for none.</summary>
    public int HeaderAbove(int first, int column)
    {
        for (var r = first - 1; r >= 0; r--)
        {
            if (Phones[r].Count == 0 && column < rows[r].Cells.Count && rows[r].Cells[column] is string { Length: > 0 } text && text.Any(char.IsLetter) && (Filled(r) > 1 || rows[first].Cells.Count == 1))
            {
                return r;
            }
        }

        return -1;
    }

    /// <summary>Whether the row is a header that says phone.</summary>
    public bool IsHeader(int row) => Headers[row].Phones.Count > 0 && Phones[row].Count == 0 && !IsSentence(row);

    /// <summary>Whether the row is a header that says number.</summary>
    public bool IsWeakHeader(int row) => Headers[row].Weak.Count > 0 && Phones[row].Count == 0;

    // A title or a note above the list that has the word in it stands alone in its row, in a table of several columns.
    private bool IsSentence(int row) => Filled(row) == 1 && row + 1 < rows.Count && Filled(row + 1) > 1;

    /// <summary>How many cells of the row are not blank.</summary>
    public int Filled(int row) => rows[row].Cells.Count(cell => !string.IsNullOrWhiteSpace(SheetValue.TextOf(cell)));

    /// <summary>Whether a header of the row names a number of another kind (NIK, account).</summary>
    public bool HasIdentifier(int row) => Texts(rows[row]).Any(text => HeaderVocabulary.Read(text).Any(word => word.Meanings.Contains(HeaderMeaning.Identifier)));

    /// <summary>Whether a cell of the column, from a row on, has more digits than a house number.</summary>
    public bool AnyDigits(int column, int from) => Enumerable.Range(from, rows.Count - from).Any(r => column < rows[r].Cells.Count && !NumberColumns.IsBlank(rows[r].Cells[column]) && SheetValue.TextOf(rows[r].Cells[column]).Count(char.IsDigit) > 4);

    /// <summary>How many phone numbers the column has in the rows from one to before another.</summary>
    public int Count(int column, int from, int to) => Enumerable.Range(from, to - from).Count(r => Phones[r].Contains(column));

    /// <summary>How many cells of the column that are neither blank nor a phone number.</summary>
    public int Others(int column, int from, int to) => Enumerable.Range(from, to - from).Count(r =>
        !Phones[r].Contains(column) && column < rows[r].Cells.Count && !string.IsNullOrWhiteSpace(SheetValue.TextOf(rows[r].Cells[column])));

    /// <summary>The header's texts; where it is empty, those of the row of headers right above it, over which cells are often merged.</summary>
    public IReadOnlyList<string> Names(int row)
    {
        var texts = Texts(rows[row]);
        if (row == 0 || Phones[row - 1].Count > 0 || Filled(row - 1) < 2 || rows[row - 1].Line != rows[row].Line - 1)
        {
            return texts;
        }

        var above = Texts(rows[row - 1]);
        return Enumerable.Range(0, Math.Max(texts.Count, above.Count)).Select(i => i < texts.Count && texts[i].Length > 0 ? texts[i] : i < above.Count ? above[i] : string.Empty).ToArray();
    }

    /// <summary>The line behind that of the row.</summary>
    public int AfterLine(int row) => rows[row].Line + 1;
}
