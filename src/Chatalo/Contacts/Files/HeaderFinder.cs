using System.Globalization;

namespace Chatalo.Contacts.Files;

/// <summary>
/// Finds the header and the column of the number by the words of the headers and by the cells below them, in the first rows of a table.
/// Titles above the header and two rows of headers are known; where there is a doubt between two columns, nothing is guessed.
/// </summary>
internal sealed class HeaderFinder
{
    /// <summary>How many rows that are not empty are looked at.</summary>
    public const int RowsLookedAt = 40;

    private const int HeaderRows = 20;
    private const int NamesShown = 20;

    private readonly IReadOnlyList<TableRow> _rows;
    private readonly NumberColumns[] _headers;
    private readonly HashSet<int>[] _phones;
    private readonly PhoneCell _phone;
    private readonly HashSet<int> _hidden;

    /// <param name="rows">The first rows that are neither empty nor hidden.</param>
    /// <param name="region">The region of numbers without country code.</param>
    /// <param name="hiddenColumns">The columns that nobody sees.</param>
    public HeaderFinder(IReadOnlyList<TableRow> rows, string? region, HashSet<int> hiddenColumns)
    {
        _rows = rows;
        _hidden = hiddenColumns;
        _phone = new PhoneCell(region);
        _headers = rows.Select(row => NumberColumns.Of(Texts(row))).ToArray();
        _phones = rows.Select(row => new HashSet<int>(Enumerable.Range(0, row.Cells.Count).Where(i => _phone.IsPhone(row.Cells[i])))).ToArray();
    }

    /// <summary>The texts of a row as headers.</summary>
    public static IReadOnlyList<string> Texts(TableRow row) => row.Cells.Select(cell => SheetValue.TextOf(cell).Trim().Trim('\uFEFF', '\u200B').Trim()).ToArray();

    /// <summary>Finds the columns of the number.</summary>
    /// <exception cref="InvalidDataException">There is none, or more than one that may be it; the message names them.</exception>
    public ColumnPlan Find() => ByHeader() ?? ByCells() ?? ByHeaderAlone() ?? throw Nothing();

    /// <summary>The names of the columns, those first that say phone.</summary>
    public IReadOnlyList<string> Columns()
    {
        var row = Enumerable.Range(0, Math.Min(HeaderRows, _rows.Count)).OrderByDescending(r => IsHeader(r)).ThenByDescending(Filled).First();
        var plan = ColumnPlan.Of(Names(row), [0], PlanQuality.Header, 1, 0, null);
        return plan.Columns.Candidates.Select(column => column.Index).Concat(Enumerable.Range(0, plan.Names.Count)).Distinct().Select(i => plan.Names[i]).ToArray();
    }

    /// <summary>Finds columns by the names that were given.</summary>
    /// <exception cref="InvalidDataException">There is no such column.</exception>
    public ColumnPlan Find(IReadOnlyList<string> given)
    {
        var folded = given.Select(name => HeaderText.Fold(name.Trim())).ToArray();
        for (var r = 0; r < Math.Min(HeaderRows, _rows.Count); r++)
        {
            var names = Names(r);
            var unique = ColumnPlan.Of(names, [0], PlanQuality.Header, 1, 0, null).Names.Select(HeaderText.Fold).ToList();
            var places = folded.Select(name => unique.IndexOf(name)).Where(i => i >= 0).ToArray();
            if (places.Length == folded.Length)
            {
                return ColumnPlan.Of(names, places, PlanQuality.Header, _rows[r].Line, AfterLine(r), null);
            }
        }

        // Column3, C or 3 names a column that has no header.
        var width = _rows.Count == 0 ? 0 : _rows.Max(row => row.Cells.Count);
        var numbered = given.Select(Place).ToArray();
        if (numbered.Any(i => i < 0 || i >= width))
        {
            throw new InvalidDataException($"There is no column {InputQuote.Of(given[Array.FindIndex(numbered, i => i < 0 || i >= width)])}; the columns are {Shown(BestHeader())}. Check -NumberColumn.");
        }

        var first = Enumerable.Range(0, _rows.Count).FirstOrDefault(r => _phones[r].Contains(numbered[0]));
        return Numbered(numbered, first, PlanQuality.Header, null);
    }

    // A header that says phone, with a phone number below it before the next header.
    private ColumnPlan? ByHeader()
    {
        for (var r = 0; r < Math.Min(HeaderRows, _rows.Count); r++)
        {
            if (!IsHeader(r))
            {
                continue;
            }

            var end = Enumerable.Range(r + 1, _rows.Count - r - 1).FirstOrDefault(IsHeader) is var next and > 0 ? next : _rows.Count;
            var counts = _headers[r].Phones.Select(column => (Column: column, Phones: Count(column.Index, r + 1, end), Others: Others(column.Index, r + 1, end))).ToArray();
            if (!counts.Any(c => c.Phones > 0))
            {
                continue;
            }

            // A column WA that says yes or 1, and one that nobody sees, are not meant where another has the numbers.
            var kept = counts.Where(c => c.Phones > 0 || c.Others == 0).ToArray();
            var seen = kept.Where(c => !_hidden.Contains(c.Column.Index)).ToArray();
            var used = (seen.Any(c => c.Phones > 0) ? seen : kept).Select(c => c.Column.Index).ToArray();
            return ColumnPlan.Of(Names(r), used, PlanQuality.Header, _rows[r].Line, AfterLine(r), HiddenDoubt(used));
        }

        return null;
    }

    // The one column that reads as phone numbers: below a header that does not forbid it, or without one.
    private ColumnPlan? ByCells()
    {
        var width = _rows.Count == 0 ? 0 : _rows.Max(row => row.Cells.Count);
        var found = Enumerable.Range(0, Math.Min(width, 256)).Select(Look).Where(c => c is not null && !_hidden.Contains(c.Index)).Select(c => c!).ToArray();
        var named = found.Where(c => c.Kind == HeaderKind.Weak).OrderBy(c => c.Rank).ToArray();
        if (named.Length > 0 && (found.Length == 1 || (named.Length == 1 && named[0].IsWritten)))
        {
            found = [named[0]];
        }

        if (found.Length > 1)
        {
            var names = found.Select(c => c.Header >= 0 ? Names(c.Header)[c.Index] : "Column" + (c.Index + 1).ToString(CultureInfo.InvariantCulture));
            throw new InvalidDataException($"More than one column reads as phone numbers ({string.Join(", ", names.Select(InputQuote.Of))}), and no header says which has them; name it with -NumberColumn.");
        }

        if (found.Length == 0)
        {
            return null;
        }

        var column = found[0];
        if (column.Header < 0)
        {
            // A number alone above an empty line is that of the letterhead.
            if (column.First + 2 < _rows.Count && _rows[column.First + 1].Line > _rows[column.First].Line + 1 && _phones[column.First + 1].Contains(column.Index))
            {
                column = column with { First = column.First + 1 };
            }

            return Numbered([column.Index], column.First, PlanQuality.NoHeader, "The list has no header that says which column has the numbers; column {0} was taken, because it is the only one that reads as phone numbers. Give -NumberColumn if it is another.");
        }

        var header = Names(column.Header)[column.Index];
        return ColumnPlan.Of(
            Names(column.Header),
            [column.Index],
            PlanQuality.Cells,
            _rows[column.Header].Line,
            AfterLine(column.Header),
            $"The header {InputQuote.Of(header)} does not say that the column has phone numbers; it was taken, because it is the only one that reads so. Give -NumberColumn if it is another.");
    }

    // A header that says phone above numbers that cannot be read: each row then says why.
    private ColumnPlan? ByHeaderAlone()
    {
        var rows = Enumerable.Range(0, Math.Min(HeaderRows, _rows.Count)).Where(r => IsHeader(r) || IsWeakHeader(r)).ToArray();
        var best = rows.Where(r => _headers[r].Phones.Count > 0).OrderByDescending(r => Filled(r) > 1).ThenBy(r => r).Append(-1).First();
        if (best < 0)
        {
            // "Nomor" alone above nothing that is a number at all.
            best = rows.Where(r => _headers[r].Phones.Count == 0 && !HasIdentifier(r) && !AnyDigits(_headers[r].Weak[0].Index, r + 1)).Append(-1).First();
        }

        return best < 0 ? null : ColumnPlan.Of(Names(best), _headers[best].Candidates.Select(c => c.Index).ToArray(), PlanQuality.HeaderOnly, _rows[best].Line, AfterLine(best), null);
    }

    private Candidate? Look(int column)
    {
        var first = Enumerable.Range(0, _rows.Count).Where(r => _phones[r].Contains(column)).Append(-1).First();
        if (first < 0)
        {
            return null;
        }

        var phones = Count(column, first, _rows.Count);
        if (phones * 10 < 6 * (phones + Others(column, first, _rows.Count)))
        {
            return null;
        }

        var isWritten = Enumerable.Range(first, _rows.Count - first).Where(r => _phones[r].Contains(column)).All(r => _phone.IsWritten(_rows[r].Cells[column]));
        var header = HeaderAbove(first, column);
        if (header < 0)
        {
            return new Candidate(column, first, -1, HeaderKind.Unknown, 0, isWritten);
        }

        var says = column < _headers[header].Headers.Count ? _headers[header].Headers[column] : Header.Read(string.Empty);
        var isBareNo = says.Kind == HeaderKind.Weak && HeaderText.Words(Names(header)[column]) is [var word] && word is "no" or "nr" or "nos";
        var isAllowed = says.Kind switch
        {
            HeaderKind.Weak => isWritten || !(isBareNo || HasIdentifier(header)),
            HeaderKind.Phone => true,
            HeaderKind.Unknown => isWritten && !says.IsOtherPerson,
            _ => false,
        };
        return isAllowed ? new Candidate(column, first, header, says.Kind, says.Rank, isWritten) : null;
    }

    // The nearest row above that is all words and has one for the column.
    private int HeaderAbove(int first, int column)
    {
        for (var r = first - 1; r >= 0; r--)
        {
            if (_phones[r].Count == 0 && column < _rows[r].Cells.Count && _rows[r].Cells[column] is string { Length: > 0 } text && text.Any(char.IsLetter) && (Filled(r) > 1 || _rows[first].Cells.Count == 1))
            {
                return r;
            }
        }

        return -1;
    }

    private bool IsHeader(int row) => _headers[row].Phones.Count > 0 && _phones[row].Count == 0 && !IsSentence(row);

    private bool IsWeakHeader(int row) => _headers[row].Weak.Count > 0 && _phones[row].Count == 0;

    // A title or a note above the list that has the word in it stands alone in its row, in a table of several columns.
    private bool IsSentence(int row) => Filled(row) == 1 && row + 1 < _rows.Count && Filled(row + 1) > 1;

    private int Filled(int row) => _rows[row].Cells.Count(cell => !string.IsNullOrWhiteSpace(SheetValue.TextOf(cell)));

    private bool HasIdentifier(int row) => Texts(_rows[row]).Any(text => HeaderVocabulary.Read(text).Any(word => word.Meanings.Contains(HeaderMeaning.Identifier)));

    private bool AnyDigits(int column, int from) => Enumerable.Range(from, _rows.Count - from).Any(r => column < _rows[r].Cells.Count && !NumberColumns.IsBlank(_rows[r].Cells[column]) && SheetValue.TextOf(_rows[r].Cells[column]).Count(char.IsDigit) > 4);

    private int Count(int column, int from, int to) => Enumerable.Range(from, to - from).Count(r => _phones[r].Contains(column));

    private int Others(int column, int from, int to) => Enumerable.Range(from, to - from).Count(r =>
        !_phones[r].Contains(column) && column < _rows[r].Cells.Count && !string.IsNullOrWhiteSpace(SheetValue.TextOf(_rows[r].Cells[column])));

    // The header's texts; where it is empty, those of the row of headers right above it, over which cells are often merged.
    private IReadOnlyList<string> Names(int row)
    {
        var texts = Texts(_rows[row]);
        if (row == 0 || _phones[row - 1].Count > 0 || Filled(row - 1) < 2 || _rows[row - 1].Line != _rows[row].Line - 1)
        {
            return texts;
        }

        var above = Texts(_rows[row - 1]);
        return Enumerable.Range(0, Math.Max(texts.Count, above.Count)).Select(i => i < texts.Count && texts[i].Length > 0 ? texts[i] : i < above.Count ? above[i] : string.Empty).ToArray();
    }

    private int AfterLine(int row) => _rows[row].Line + 1;

    private ColumnPlan Numbered(int[] columns, int first, PlanQuality quality, string? doubt)
    {
        // A row of words above the first number names the columns also where its words are unknown.
        var header = first < _rows.Count ? HeaderAbove(first, columns[0]) : -1;
        if (header >= 0)
        {
            return ColumnPlan.Of(Names(header), columns, quality, _rows[header].Line, AfterLine(header), doubt);
        }

        var width = Math.Max(columns.Max() + 1, first < _rows.Count ? _rows[first].Cells.Count : 0);
        return ColumnPlan.Of(
            Enumerable.Repeat(string.Empty, width).ToArray(), columns, quality, 0, first < _rows.Count ? _rows[first].Line : 1,
            doubt is null ? null : string.Format(CultureInfo.InvariantCulture, doubt, columns[0] + 1));
    }

    private string? HiddenDoubt(int[] used) => used.Any(_hidden.Contains) ? "The column of the number is hidden in the sheet; it was read all the same, because no column that is shown has phone numbers." : null;

    private IReadOnlyList<string> BestHeader() => _rows.Count == 0 ? [] : Texts(_rows.Take(HeaderRows).OrderByDescending(row => row.Cells.Count(cell => cell is string { Length: > 0 })).First());

    private static string Shown(IReadOnlyList<string> names) => string.Join(", ", names.Where(name => name.Length > 0).Take(NamesShown).Select(InputQuote.Of));

    private InvalidDataException Nothing() => new(
        $"No column has the phone number: the file's columns are {Shown(BestHeader())}. Name the column with -NumberColumn, or give it a header such as WhatsApp, No HP, Phone or Telepon (about_Chatalo_Lists has the words that are known).");

    private static int Place(string name)
    {
        var text = name.Trim();
        text = text.StartsWith("Column", StringComparison.OrdinalIgnoreCase) ? text.Substring(6) : text;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var place))
        {
            return place - 1;
        }

        return text.Length is > 0 and < 4 && text.All(c => c is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z'))
            ? text.ToUpperInvariant().Aggregate(0, (sum, c) => (sum * 26) + c - 'A' + 1) - 1
            : -1;
    }

    private sealed record Candidate(int Index, int First, int Header, HeaderKind Kind, int Rank, bool IsWritten);
}
