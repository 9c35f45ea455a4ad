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
    private readonly ListHead _head;
    private readonly PhoneCell _phone;
    private readonly HashSet<int> _hidden;
    private readonly string? _region;

    /// <param name="rows">The first rows that are neither empty nor hidden.</param>
    /// <param name="region">The region of numbers without country code.</param>
    /// <param name="hiddenColumns">The columns that nobody sees.</param>
    public HeaderFinder(IReadOnlyList<TableRow> rows, string? region, HashSet<int> hiddenColumns)
    {
        _rows = rows;
        _hidden = hiddenColumns;
        _region = region;
        _phone = new PhoneCell(region);
        _head = new ListHead(rows, _phone);
    }

    /// <summary>Finds the columns of the number.</summary>
    /// <exception cref="InvalidDataException">There is none, or more than one that may be it; the message names them.</exception>
    public ColumnPlan Find()
    {
        var plan = ByHeader() ?? ByCells() ?? ByHeaderAlone() ?? throw Nothing();
        plan.LinesAbove = Enumerable.Range(0, _rows.Count).Where(r => _rows[r].Line < plan.FirstLine && _head.Phones[r].Count > 0).Select(r => _rows[r].Line).ToArray();
        return plan;
    }

    /// <summary>The names of the columns, those first that say phone.</summary>
    public IReadOnlyList<string> Columns()
    {
        var row = Enumerable.Range(0, Math.Min(HeaderRows, _rows.Count)).OrderByDescending(r => _head.IsHeader(r)).ThenByDescending(_head.Filled).First();
        var plan = ColumnPlan.Of(_head.Names(row), [0], PlanQuality.Header, 1, 0, null);
        return plan.Columns.Candidates.Select(column => column.Index).Concat(Enumerable.Range(0, plan.Names.Count)).Distinct().Select(i => plan.Names[i]).ToArray();
    }

    /// <summary>Finds columns by the names that were given.</summary>
    /// <exception cref="InvalidDataException">There is no such column.</exception>
    public ColumnPlan Find(IReadOnlyList<string> given)
    {
        var folded = given.Select(name => HeaderText.Fold(name.Trim())).ToArray();
        for (var r = 0; r < Math.Min(HeaderRows, _rows.Count); r++)
        {
            // A row with a phone number is one of people: its class B is not the column B.
            if (_head.Phones[r].Count > 0)
            {
                continue;
            }

            var names = _head.Names(r);
            var unique = ColumnPlan.Of(names, [0], PlanQuality.Header, 1, 0, null).Names.Select(HeaderText.Fold).ToList();
            var places = folded.Select(name => unique.IndexOf(name)).Where(i => i >= 0).ToArray();
            if (places.Length == folded.Length)
            {
                return ColumnPlan.Of(names, places, PlanQuality.Header, _rows[r].Line, _head.AfterLine(r), null);
            }
        }

        // Column3, C or 3 names a column that has no header.
        var width = _rows.Count == 0 ? 0 : _rows.Max(row => row.Cells.Count);
        var numbered = given.Select(ColumnPlace.Of).ToArray();
        if (numbered.Any(i => i < 0 || i >= width))
        {
            throw new InvalidDataException($"There is no column {InputQuote.Of(given[Array.FindIndex(numbered, i => i < 0 || i >= width)])}; the columns are {Shown(BestHeader())}. Check -NumberColumn.");
        }

        var first = Enumerable.Range(0, _rows.Count).Where(r => _head.Phones[r].Contains(numbered[0])).Append(-1).First();
        var header = first >= 0 ? -1 : Enumerable.Range(0, Math.Min(HeaderRows, _rows.Count)).Where(_head.IsHeader).Append(-1).First();
        return header >= 0
            ? ColumnPlan.Of(_head.Names(header), numbered, PlanQuality.Header, _rows[header].Line, _head.AfterLine(header), null)
            : Numbered(numbered, Math.Max(first, 0), PlanQuality.Header, null);
    }

    // A header that says phone, with a phone number below it before the next header.
    private ColumnPlan? ByHeader()
    {
        for (var r = 0; r < Math.Min(HeaderRows, _rows.Count); r++)
        {
            if (!_head.IsHeader(r))
            {
                continue;
            }

            var end = Enumerable.Range(r + 1, _rows.Count - r - 1).FirstOrDefault(_head.IsHeader) is var next and > 0 ? next : _rows.Count;
            var counts = _head.Headers[r].Phones.Select(column => (Column: column, Phones: _head.Count(column.Index, r + 1, end), Others: _head.Others(column.Index, r + 1, end))).ToArray();
            if (!counts.Any(c => c.Phones > 0))
            {
                continue;
            }

            // A column WA that says yes or 1, and one that nobody sees, are not meant where another has the numbers.
            var kept = counts.Where(c => c.Phones > 0 || c.Others == 0).ToArray();
            var seen = kept.Where(c => !_hidden.Contains(c.Column.Index)).ToArray();
            var used = (seen.Any(c => c.Phones > 0) ? seen : kept).Select(c => c.Column.Index).ToArray();
            return ColumnPlan.Of(_head.Names(r), used, PlanQuality.Header, _rows[r].Line, _head.AfterLine(r), HiddenDoubt(used));
        }

        return null;
    }

    // The one column that reads as phone numbers: below a header that does not forbid it, or without one.
    private ColumnPlan? ByCells()
    {
        var width = _rows.Count == 0 ? 0 : _rows.Max(row => row.Cells.Count);
        var found = Enumerable.Range(0, Math.Min(width, 256)).Select(Look).Where(c => c is not null && !_hidden.Contains(c.Index)).Select(c => c!).ToArray();
        var named = found.Where(c => c.Kind == HeaderKind.Weak).OrderBy(c => c.Rank).ToArray();
        // "Kontak Kantor" beside another column of numbers is not the person's own.
        if (named.Length > 0 && (found.Length == 1 || (named.Length == 1 && named[0].IsWritten && !named[0].IsElsewhere)))
        {
            found = [named[0]];
        }

        if (found.Length > 1)
        {
            var names = found.Select(c => c.Header >= 0 ? _head.Names(c.Header)[c.Index] : "Column" + (c.Index + 1).ToString(CultureInfo.InvariantCulture));
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
            if (column.First + 2 < _rows.Count && _rows[column.First + 1].Line > _rows[column.First].Line + 1 && _head.Phones[column.First + 1].Contains(column.Index))
            {
                column = column with { First = column.First + 1 };
            }

            return Letterhead.Mark(Numbered([column.Index], column.First, PlanQuality.NoHeader, "The list has no header that says which column has the numbers; column {0} was taken, because it is the only one that reads as phone numbers. Give -NumberColumn if it is another."), _rows, column.First, column.Index, _region);
        }

        var header = _head.Names(column.Header)[column.Index];
        return ColumnPlan.Of(
            _head.Names(column.Header),
            [column.Index],
            PlanQuality.Cells,
            _rows[column.Header].Line,
            _head.AfterLine(column.Header),
            $"The header {InputQuote.Of(header)} does not say that the column has phone numbers; it was taken, because it is the only one that reads so. Give -NumberColumn if it is another.");
    }

    // A header that says phone above numbers that cannot be read: each row then says why.
    private ColumnPlan? ByHeaderAlone()
    {
        var rows = Enumerable.Range(0, Math.Min(HeaderRows, _rows.Count)).Where(r => _head.IsHeader(r) || _head.IsWeakHeader(r)).ToArray();
        var best = rows.Where(r => _head.Headers[r].Phones.Count > 0 && !IsNote(r)).OrderByDescending(r => _head.Filled(r) > 1).ThenBy(r => r).Append(-1).First();
        if (best < 0)
        {
            // "Nomor" alone above nothing that is a number at all.
            best = rows.Where(r => _head.Headers[r].Phones.Count == 0 && !_head.HasIdentifier(r) && !_head.AnyDigits(_head.Headers[r].Weak[0].Index, r + 1)).Append(-1).First();
        }

        return best < 0 ? null : ColumnPlan.Of(_head.Names(best), _head.Headers[best].Candidates.Select(c => c.Index).ToArray(), PlanQuality.HeaderOnly, _rows[best].Line, _head.AfterLine(best), null);
    }

    // A line of text below others ("2. Isi nomor HP") without a number below it is that of a page of notes.
    private bool IsNote(int row) => row > 0 && _head.Filled(row) == 1 && !_head.AnyDigits(_head.Headers[row].Phones[0].Index, row + 1);

    private CandidateColumn? Look(int column)
    {
        var first = Enumerable.Range(0, _rows.Count).Where(r => _head.Phones[r].Contains(column)).Append(-1).First();
        if (first < 0)
        {
            return null;
        }

        var phones = _head.Count(column, first, _rows.Count);
        if (phones * 10 < 6 * (phones + _head.Others(column, first, _rows.Count)))
        {
            return null;
        }

        var isWritten = Enumerable.Range(first, _rows.Count - first).Where(r => _head.Phones[r].Contains(column)).All(r => _phone.IsWritten(_rows[r].Cells[column]));
        var header = _head.HeaderAbove(first, column);
        if (header < 0)
        {
            return new CandidateColumn(column, first, -1, HeaderKind.Unknown, 0, isWritten);
        }

        var says = column < _head.Headers[header].Headers.Count ? _head.Headers[header].Headers[column] : Header.Read(string.Empty);
        var isBareNo = says.Kind == HeaderKind.Weak && HeaderText.Words(_head.Names(header)[column]) is [var word] && word is "no" or "nr" or "nos";
        var isAllowed = says.Kind switch
        {
            HeaderKind.Weak => isWritten || !(isBareNo || _head.HasIdentifier(header) || _head.Headers[header].Phones.Count > 0),
            HeaderKind.Phone => true,
            HeaderKind.Unknown => isWritten && !says.IsOtherPerson,
            _ => false,
        };
        return isAllowed ? new CandidateColumn(column, first, header, says.Kind, says.Rank, isWritten, HeaderVocabulary.Read(_head.Names(header)[column]).Any(word => word.Meanings.Contains(HeaderMeaning.Place))) : null;
    }

    private ColumnPlan Numbered(int[] columns, int first, PlanQuality quality, string? doubt)
    {
        // A row of words above the first number names the columns also where its words are unknown.
        var header = first < _rows.Count ? _head.HeaderAbove(first, columns[0]) : -1;
        if (header >= 0)
        {
            return ColumnPlan.Of(_head.Names(header), columns, quality, _rows[header].Line, _head.AfterLine(header), doubt);
        }

        var width = Math.Max(columns.Max() + 1, first < _rows.Count ? _rows[first].Cells.Count : 0);
        return ColumnPlan.Of(
            Enumerable.Repeat(string.Empty, width).ToArray(), columns, quality, 0, first < _rows.Count ? _rows[first].Line : 1,
            doubt is null ? null : string.Format(CultureInfo.InvariantCulture, doubt, columns[0] + 1));
    }

    private string? HiddenDoubt(int[] used) => used.Any(_hidden.Contains) ? "The column of the number is hidden in the sheet; it was read all the same, because no column that is shown has phone numbers." : null;

    private IReadOnlyList<string> BestHeader() => _rows.Count == 0 ? [] : ListHead.Texts(_rows.Take(HeaderRows).OrderByDescending(row => row.Cells.Count(cell => cell is string { Length: > 0 })).First());

    private static string Shown(IReadOnlyList<string> names) => string.Join(", ", names.Where(name => name.Length > 0).Take(NamesShown).Select(InputQuote.Of));

    private InvalidDataException Nothing() => new(
        $"No column has the phone number: the file's columns are {Shown(BestHeader())}. Name the column with -NumberColumn, or give it a header such as WhatsApp, No HP, Phone or Telepon (about_Chatalo_Lists has the words that are known).");
}
