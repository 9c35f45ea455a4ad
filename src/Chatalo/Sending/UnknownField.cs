namespace Chatalo.Sending;

/// <summary>Explains a field that the input does not have.</summary>
internal static class UnknownField
{
    private const int NamesShown = 20;

    public static string Explain(string field, IEnumerable<string> known)
    {
        var names = known.Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        if (names.Length == 0)
        {
            return $"The template's field '{field}' is unknown: the input has no fields; pipe objects in, such as the rows of Import-Csv.";
        }

        var nearest = names.OrderBy(name => Distance(field, name)).First();
        var hint = Distance(field, nearest) <= Math.Max(1, field.Length / 3) ? $" Did you mean '{nearest}'?" : string.Empty;
        var more = names.Length > NamesShown ? ", …" : string.Empty;
        return $"The template's field '{field}' is unknown; the input has {string.Join(", ", names.Take(NamesShown))}{more}.{hint}{UnsplitRow.Hint(names)}";
    }

    /// <summary>Levenshtein's distance, blind to case.</summary>
    private static int Distance(string left, string right)
    {
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var current = new int[right.Length + 1];
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var substitution = char.ToUpperInvariant(left[i - 1]) == char.ToUpperInvariant(right[j - 1]) ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + substitution);
            }

            previous = current;
        }

        return previous[right.Length];
    }
}
