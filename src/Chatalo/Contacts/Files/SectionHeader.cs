namespace Chatalo.Contacts.Files;

/// <summary>Notices a header in the middle of a list: repeated on each page of a report, or of a second block with other columns.</summary>
internal static class SectionHeader
{
    /// <summary>The plan from this row on, the same where the header is repeated; null when the row is not a header.</summary>
    /// <param name="row">The row.</param>
    /// <param name="plan">The plan of the rows above it.</param>
    /// <param name="isGiven">Whether the columns of the number were named by the user: then these go on, and no other takes their place.</param>
    /// <exception cref="InvalidDataException">It is a header that does not say which column has the number.</exception>
    public static ColumnPlan? Find(TableRow row, ColumnPlan plan, bool isGiven)
    {
        // A header has words in the places of numbers; most rows are told apart by this alone.
        if (row.Cells.Count < 1 || plan.Numbers.Any(column => column.Index < row.Cells.Count && !NumberColumns.IsBlank(SheetValue.ValueOf(row.Cells[column.Index]))))
        {
            if (!LooksLikeWords(row))
            {
                return null;
            }
        }

        var texts = ListHead.Texts(row);
        var filled = texts.Count(text => text.Length > 0);
        if (filled == 0 || texts.Any(text => text.Length > 60))
        {
            return null;
        }

        var same = Enumerable.Range(0, Math.Min(texts.Count, plan.Names.Count)).Count(i => texts[i].Length > 0 && string.Equals(texts[i], plan.Names[i], StringComparison.OrdinalIgnoreCase));
        if (plan.HeaderLine > 0 && same == filled && (filled > 1 || plan.Names.Count == 1))
        {
            return plan;
        }

        var headers = NumberColumns.Of(texts);
        var known = headers.Headers.Count(header => header.Kind != HeaderKind.Unknown);
        if (headers.Phones.Count == 0 || filled < 2 || known < 2 || known * 2 < filled)
        {
            return null;
        }

        if (isGiven)
        {
            return Keep(row, texts, plan);
        }

        if (headers.Phones[0].Header.IsOtherPerson && !plan.Numbers[0].Header.IsOtherPerson)
        {
            throw new InvalidDataException($"Line {row.Line} begins a block of other people ({InputQuote.Of(texts[headers.Phones[0].Index])}); the rows from there on were not read. Put them into a list of their own.");
        }

        return ColumnPlan.Of(texts, headers.Phones.Select(column => column.Index).ToArray(), PlanQuality.Header, row.Line, row.Line + 1, null);
    }

    private static ColumnPlan Keep(TableRow row, IReadOnlyList<string> texts, ColumnPlan plan)
    {
        var places = plan.Numbers.Select(column => column.Index).ToArray();
        var again = ColumnPlan.Of(texts, places.All(place => place < texts.Count) ? places : null, PlanQuality.Header, row.Line, row.Line + 1, null);
        if (plan.HeaderLine > 0)
        {
            var names = again.Names.ToList();
            places = places.Select(place => names.FindIndex(name => string.Equals(name, plan.Names[place], StringComparison.OrdinalIgnoreCase))).ToArray();
        }

        var lost = Array.FindIndex(places, place => place < 0 || place >= again.Names.Count);
        return lost < 0
            ? ColumnPlan.Of(texts, places, PlanQuality.Header, row.Line, row.Line + 1, null)
            : throw new InvalidDataException($"Line {row.Line} begins a block without the column {InputQuote.Of(plan.Names[plan.Numbers[lost].Index])} that -NumberColumn names; the rows from there on were not read. Put them into a list of their own.");
    }

    private static bool LooksLikeWords(TableRow row) => row.Cells.All(cell => cell is null || (cell is string text && text.Count(char.IsDigit) < 3));
}
