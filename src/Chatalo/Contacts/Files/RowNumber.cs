namespace Chatalo.Contacts.Files;

/// <summary>Reads the number of a row: picks the cell, puts the country or area code of another column before it, and has it normalised.</summary>
internal sealed class RowNumber(ColumnPlan plan, string? region)
{
    private const int SameDigits = 7;

    /// <summary>What a row's number is, and the column that it was read from.</summary>
    public NumberResult Read(TableRow row, out int column)
    {
        object? Cell(int i) => i >= 0 && i < row.Cells.Count ? row.Cells[i] : null;
        column = NumberColumns.Pick(plan.Numbers, i => SheetValue.ValueOf(Cell(i)), number => Read(number, Cell));
        var picked = column;
        return Read(plan.Numbers.First(number => number.Index == picked), Cell);
    }

    private NumberResult Read(NumberColumn column, Func<int, object?> cell)
    {
        var value = SheetValue.NumberOf(cell(column.Index));
        if (value is string text)
        {
            value = ListNumberText.Clean(text);
            if (ListNumberText.IsFraction((string)value))
            {
                return NumberResult.Refuse($"{InputQuote.Of(text)} is an amount, not a phone number; format the column as text.");
            }
        }

        if (NumberParts.Read(column, value, cell, region) is { } whole)
        {
            return whole;
        }

        var result = PhoneNumberNormalizer.Shared.Normalize(value, region);
        return result.IsAccepted && column.CountryCode < 0 ? InternationalOf(result, value, column.Index, cell) : result;
    }

    // A number with a plus in another column, with the same last digits, says the country of this one.
    private NumberResult InternationalOf(NumberResult result, object? value, int picked, Func<int, object?> cell)
    {
        if (value is string { Length: > 0 } text && text[0] == '+')
        {
            return result;
        }

        foreach (var other in plan.Columns.Phones)
        {
            if (other.Index == picked || cell(other.Index) is not string written || written.TrimStart() is not { Length: > SameDigits } trimmed || trimmed[0] != '+')
            {
                continue;
            }

            var theirs = PhoneNumberNormalizer.Shared.Normalize(trimmed, region);
            if (theirs.IsAccepted && theirs.Digits != result.Digits && theirs.Digits.EndsWith(National(SheetValue.TextOf(value)), StringComparison.Ordinal))
            {
                return theirs;
            }
        }

        return result;
    }

    private static string National(string text)
    {
        var digits = new string(text.Where(c => c is >= '0' and <= '9').ToArray()).TrimStart('0');
        return digits.Length < SameDigits ? "-" : digits;
    }
}
