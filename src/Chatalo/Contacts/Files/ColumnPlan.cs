using System.Globalization;

namespace Chatalo.Contacts.Files;

/// <summary>Which column of a table is what, and where its rows begin.</summary>
internal sealed class ColumnPlan
{
    private ColumnPlan(IReadOnlyList<string> names, NumberColumns columns, IReadOnlyList<NumberColumn> numbers)
    {
        Names = names;
        Columns = columns;
        Numbers = numbers;
        Name = columns.Headers.ToList().FindIndex(header => header.Kind == HeaderKind.Name);
    }

    /// <summary>A name for each column, all different.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>What the headers say.</summary>
    public NumberColumns Columns { get; }

    /// <summary>The columns that may have the number, the surest first.</summary>
    public IReadOnlyList<NumberColumn> Numbers { get; }

    /// <summary>The column of the name; -1 when there is none.</summary>
    public int Name { get; }

    /// <summary>The line of the header; 0 when there is none.</summary>
    public int HeaderLine { get; init; }

    /// <summary>The line of the first row of data, or the least that it can be.</summary>
    public int FirstLine { get; init; }

    /// <summary>How sure the columns are.</summary>
    public PlanQuality Quality { get; init; }

    /// <summary>Why the columns may be others, as a sentence; null where they are sure.</summary>
    public string? Doubt { get; init; }

    /// <summary>Lines above the first row of data that have phone numbers, and are left out.</summary>
    public IReadOnlyList<int> LinesAbove { get; set; } = [];

    /// <summary>Rows of data whose number may be that of a letterhead, by their lines, with the reason why they are refused.</summary>
    public Dictionary<int, string> Refused { get; } = [];

    /// <summary>Makes a plan of a header row, or of none.</summary>
    /// <param name="headers">The header's cells; all empty when there is none.</param>
    /// <param name="numbers">The places of the columns of the number in order; null for those that the headers tell.</param>
    /// <param name="quality">How sure the columns are.</param>
    /// <param name="headerLine">The header's line; 0 when there is none.</param>
    /// <param name="firstLine">The least line of a row of data.</param>
    /// <param name="doubt">Why the columns may be others.</param>
    public static ColumnPlan Of(IReadOnlyList<string> headers, IReadOnlyList<int>? numbers, PlanQuality quality, int headerLine, int firstLine, string? doubt)
    {
        var hasHeader = headerLine > 0;
        var shown = hasHeader ? headers.ToList() : headers.Select((_, i) => numbers is { Count: 1 } && numbers[0] == i ? "Number" : string.Empty).ToList();
        var last = numbers is null ? 0 : numbers.Max();
        while (hasHeader && shown.Count > last + 1 && shown[shown.Count - 1].Length == 0)
        {
            // Delimiters at the end of a line, or formatted cells beside a table, are not columns.
            shown.RemoveAt(shown.Count - 1);
        }

        var columns = NumberColumns.Of(shown);
        return new ColumnPlan(MakeUnique(shown), columns, numbers is null ? columns.Candidates : numbers.Select(columns.Column).ToArray())
        {
            HeaderLine = headerLine,
            FirstLine = firstLine,
            Quality = quality,
            Doubt = doubt,
        };
    }

    private static List<string> MakeUnique(IReadOnlyList<string> headers)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var names = new List<string>(headers.Count);
        foreach (var header in headers)
        {
            var stem = header.Length > 0 ? header : "Column" + (names.Count + 1).ToString(CultureInfo.InvariantCulture);
            var name = stem;
            for (var i = 2; !taken.Add(name); i++)
            {
                name = stem + "_" + i.ToString(CultureInfo.InvariantCulture);
            }

            names.Add(name);
        }

        return names;
    }
}
