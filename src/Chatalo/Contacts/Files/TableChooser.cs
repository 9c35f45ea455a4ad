namespace Chatalo.Contacts.Files;

/// <summary>Finds the table of a file that has the people: the sheet that was named, or the first visible one with a column for the number, the active one before others.</summary>
internal static class TableChooser
{
    /// <summary>The table, how its columns are, and what is to be said of the others.</summary>
    /// <exception cref="InvalidDataException">No table has people; the message says why.</exception>
    public static (Table Table, ColumnPlan Plan) Choose(IReadOnlyList<Table> tables, ListOptions options)
    {
        var looked = Named(tables, options.WorksheetName)
            .OrderBy(table => table.Visibility == SheetVisibility.Visible && table.IsActive ? 0 : 1)
            .Select(table => Look(table, options)).ToArray();
        var visible = looked.Where(look => look.Table.Visibility == SheetVisibility.Visible || options.WorksheetName is not null).ToArray();
        var best = visible.Where(look => look.Plan is not null).OrderByDescending(look => look.Plan!.Quality >= PlanQuality.HeaderOnly).FirstOrDefault();
        if (best?.Plan is not null)
        {
            var others = looked.Where(look => look != best && look.Plan is { Quality: PlanQuality.Header }).Select(look => Name(look.Table)).ToArray();
            if (others.Length > 0)
            {
                options.Warn($"Sheet {Name(best.Table)} was read. {string.Join(", ", others)} {(others.Length == 1 ? "has" : "have")} phone numbers too; give -WorksheetName to read {(others.Length == 1 ? "it" : "them")}.");
            }

            return (best.Table, best.Plan);
        }

        throw Explain(tables, looked, visible);
    }

    /// <summary>The names of the columns that the number may be in, those first that say phone. Of the sheet that was named, or of the first.</summary>
    public static IReadOnlyList<string> Columns(IReadOnlyList<Table> tables, ListOptions options)
    {
        foreach (var table in Named(tables, options.WorksheetName).OrderBy(table => table.IsActive ? 0 : 1))
        {
            var rows = table.Rows().Where(row => !row.IsEmpty).Take(HeaderFinder.RowsLookedAt).ToArray();
            if (rows.Length > 0)
            {
                return new HeaderFinder(rows, options.DefaultRegion, []).Columns();
            }
        }

        return [];
    }

    private static InvalidDataException Explain(IReadOnlyList<Table> tables, TableLook[] looked, TableLook[] visible)
    {
        if (visible.FirstOrDefault(look => look.Error is not null && look.Rows > 0) is { Error: { } error } first)
        {
            return tables.Count == 1 ? error : new InvalidDataException($"Sheet {Name(first.Table)}: {error.Message}", error);
        }

        var hidden = looked.Where(look => look.Table.Visibility != SheetVisibility.Visible && look.Plan is not null).Select(look => Name(look.Table)).ToArray();
        return new InvalidDataException(
            hidden.Length > 0 ? $"The sheets that are shown are empty; {string.Join(", ", hidden)} is hidden. Give -WorksheetName to read it."
            : looked.Any(look => look.HiddenRows > 0) ? "All rows are hidden; take the filter away, or show them."
            : tables.Count > 1 ? "All sheets are empty; there is nothing to read." : tables.Count == 1 && tables[0].Name is not null ? "The sheet is empty; there is nothing to read." : "The file is empty; there is nothing to read.");
    }

    private static IEnumerable<Table> Named(IReadOnlyList<Table> tables, string? name)
    {
        if (name is null)
        {
            return tables;
        }

        var named = tables.Where(table => string.Equals(table.Name?.Trim(), name.Trim(), StringComparison.OrdinalIgnoreCase)).ToArray();
        return named.Length > 0 ? named
            : tables.All(table => table.Name is null) ? throw new InvalidDataException("The file has no worksheets; leave -WorksheetName out.")
            : throw new InvalidDataException($"There is no sheet '{name}'; the sheets are {string.Join(", ", tables.Select(Name))}.");
    }

    private static TableLook Look(Table table, ListOptions options)
    {
        var rows = new List<TableRow>();
        var hiddenRows = 0;
        foreach (var row in table.Rows())
        {
            if (row.IsHidden)
            {
                hiddenRows++;
            }
            else if (!row.IsEmpty)
            {
                rows.Add(row);
                if (rows.Count == HeaderFinder.RowsLookedAt)
                {
                    break;
                }
            }
        }

        if (rows.Count == 0)
        {
            return new TableLook(table, null, null, 0, hiddenRows);
        }

        try
        {
            var finder = new HeaderFinder(rows, options.DefaultRegion, table.HiddenColumns);
            return new TableLook(table, options.NumberColumn.Count > 0 ? finder.Find(options.NumberColumn) : finder.Find(), null, rows.Count, hiddenRows);
        }
        catch (InvalidDataException e)
        {
            return new TableLook(table, null, e, rows.Count, hiddenRows);
        }
    }

    private static string Name(Table table) => $"'{table.Name}'";

    private sealed record TableLook(Table Table, ColumnPlan? Plan, InvalidDataException? Error, int Rows, int HiddenRows);
}
