using System.Globalization;

namespace Chatalo.Contacts.Files;

/// <summary>
/// Reads contacts out of a list: file → table → header → column → number. Row by row: memory grows by the numbers seen, and by the shared
/// strings of a workbook.
/// </summary>
internal sealed class ContactFileReader(ListOptions options, SeenNumbers? seen = null)
{
    private const int MostHeaderRows = 1000;
    private const int MostLinesShown = 5;

    private readonly SeenNumbers _seen = seen ?? new SeenNumbers();

    /// <summary>The table that was read last; null before it was found.</summary>
    public Table? Table { get; private set; }

    /// <summary>Its columns, those of its first block.</summary>
    public ColumnPlan? Plan { get; private set; }

    /// <summary>How many rows of it were left out because they are hidden.</summary>
    public int HiddenRows { get; private set; }

    /// <summary>Reads a file; nothing is opened before the first row is asked for.</summary>
    /// <param name="path">The file's path in the file system.</param>
    /// <returns>A row for each of the table's but the header, empty and hidden ones.</returns>
    /// <exception cref="IOException">The file is missing or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    /// <exception cref="InvalidDataException">The file is not a contact list; the message says what it is, or what is missing.</exception>
    public IEnumerable<ContactRow> Read(string path)
    {
        // Shared with writers too: the list is often still open in Excel.
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 65536);
        foreach (var row in Read(stream, Path.GetFileName(path)))
        {
            yield return row;
        }
    }

    /// <summary>The same from a stream that can seek.</summary>
    public IEnumerable<ContactRow> Read(Stream stream, string name)
    {
        var file = _seen.Begin(name);
        using var list = ContactFile.Open(stream, options);
        var (table, plan) = TableChooser.Choose(list.Tables, options);
        (Table, Plan, HiddenRows) = (table, plan, 0);
        Describe(table, plan);
        var number = new RowNumber(plan, options.DefaultRegion);
        var counts = new RowCounts();
        var footer = new Footer();
        foreach (var row in table.Rows())
        {
            options.Stop.ThrowIfCancellationRequested();
            if (row.Line < plan.FirstLine || row.IsEmpty)
            {
                continue;
            }

            if (row.IsHidden)
            {
                HiddenRows++;
            }
            else if (SectionHeader.Find(row, plan, options.NumberColumn.Count > 0) is { } again)
            {
                if (again != plan)
                {
                    plan = again;
                    number = new RowNumber(plan, options.DefaultRegion);
                    Describe(table, plan);
                }

                if (++counts.Headers > MostHeaderRows)
                {
                    throw new InvalidDataException("The list has more than 1,000 rows of headers; it is not a list of people.");
                }
            }
            else
            {
                counts.Rows++;
                yield return ToContact(row, plan, number, file, name, footer.Look(row, plan));
            }
        }

        Report(counts, table);
    }

    private void Describe(Table table, ColumnPlan plan)
    {
        var columns = string.Join(", ", plan.Numbers.Select(column => InputQuote.Of(plan.Names[column.Index])));
        var sheet = table.Name is null ? string.Empty : $"sheet '{table.Name}', ";
        var codes = plan.Numbers.SelectMany(column => column.Parts).Distinct().Select(part => $"; with a part of it: {InputQuote.Of(plan.Names[part])}");
        options.Tell($"{sheet}{(plan.HeaderLine > 0 ? $"header in line {plan.HeaderLine}" : "no header")}, column of the number: {columns}{string.Concat(codes)}.");
        if (plan.Doubt is not null)
        {
            options.Warn(plan.Doubt);
        }

        if (plan.LinesAbove.Count > 0)
        {
            options.Warn($"Phone numbers above the list were left out (line {string.Join(", ", plan.LinesAbove.Take(MostLinesShown))}{(plan.LinesAbove.Count > MostLinesShown ? ", …" : string.Empty)}); if people stand there, put the header above them.");
        }
    }

    private void Report(RowCounts counts, Table table)
    {
        if (HiddenRows > 0)
        {
            options.Warn($"{HiddenRows.ToString(CultureInfo.InvariantCulture)} hidden {(HiddenRows == 1 ? "row was" : "rows were")} left out{(table.Name is null ? "" : $" of sheet '{table.Name}'")}; take the filter away, or show them, to read them.");
        }

        if (counts.Rows == 0)
        {
            options.Warn("The list has a header, but no rows.");
        }
    }

    private ContactRow ToContact(TableRow row, ColumnPlan plan, RowNumber reader, int file, string fileName, string? below)
    {
        var fields = Fields(row, plan);
        var name = plan.Name >= 0 ? SheetValue.TextOf(fields[plan.Name].Value) : null;
        var problem = row.Problem ?? DescribeWidth(row, plan) ?? (plan.Refused.TryGetValue(row.Line, out var refused) ? refused : below);
        if (problem is not null)
        {
            return new ContactRow { Line = row.Line, Name = name, Fields = fields, Problem = problem };
        }

        var number = reader.Read(row, out var column);
        if (!number.IsAccepted)
        {
            return new ContactRow { Line = row.Line, Name = name, Fields = fields, Problem = number.Refusal };
        }

        var contact = new ContactRow { Line = row.Line, Number = number.Digits, Name = name, Fields = fields, Given = fields[column].Value, Reading = number };
        return _seen.Add(WhatsAppNumberRules.ToIdentity(number.Digits), file, row.Line, out var first, out var firstFile)
            ? contact
            : new ContactRow
            {
                Line = row.Line,
                Number = number.Digits,
                Name = name,
                Fields = fields,
                DuplicateOf = first,
                Problem = $"{E164.Format(number.Digits)} is a duplicate of line {first}{(firstFile == fileName ? "" : " of " + firstFile)}.",
            };
    }

    private static List<KeyValuePair<string, object?>> Fields(TableRow row, ColumnPlan plan)
    {
        var fields = new List<KeyValuePair<string, object?>>(plan.Names.Count);
        for (var i = 0; i < Math.Max(plan.Names.Count, row.Cells.Count); i++)
        {
            var cell = i < row.Cells.Count ? row.Cells[i] : null;
            if (i < plan.Names.Count)
            {
                fields.Add(new(plan.Names[i], cell));
            }
            else if (cell is not null)
            {
                var name = "Column" + (i + 1).ToString(CultureInfo.InvariantCulture);
                fields.Add(new(plan.Names.Contains(name, StringComparer.OrdinalIgnoreCase) ? name + "_2" : name, cell));
            }
        }

        return fields;
    }

    // In a row with more fields than the header a delimiter stands within a value: the values behind it are under the wrong headers.
    private static string? DescribeWidth(TableRow row, ColumnPlan plan)
    {
        var width = row.Cells.Count;
        while (width > plan.Names.Count && row.Cells[width - 1] is null)
        {
            width--;
        }

        return row.IsSheet || width <= plan.Names.Count
            ? null
            : $"The row has {width} fields, the header has {plan.Names.Count}; put values that hold the delimiter in quotes.";
    }

    private sealed class RowCounts
    {
        public int Rows;
        public int Headers;
    }
}
