using System.Globalization;

namespace Chatalo.Contacts.Files;

/// <summary>Reads the number of a row: picks the cell, puts the country code of another column before it, and has it normalised.</summary>
internal sealed class RowNumber(ColumnPlan plan, string? region)
{
    private const int SameDigits = 7;

    /// <summary>What a row's number is, and the column that it was read from.</summary>
    public NumberResult Read(TableRow row, out int column)
    {
        object? Cell(int i) => i >= 0 && i < row.Cells.Count ? row.Cells[i] : null;
        var picked = NumberColumns.Pick(plan.Numbers, i => SheetValue.ValueOf(Cell(i)));
        column = picked;
        var value = SheetValue.NumberOf(Cell(picked));
        if (value is string text)
        {
            value = ListNumberText.Clean(text);
            if (ListNumberText.IsFraction((string)value))
            {
                return NumberResult.Refuse($"{InputQuote.Of(text)} is an amount, not a phone number; format the column as text.");
            }
        }

        var code = plan.Numbers.First(c => c.Index == picked).CountryCode;
        var result = code >= 0 && (Cell(code) is string { Length: > 0 } || !NumberColumns.IsBlank(Cell(code)))
            ? WithCode(value, SheetValue.TextOf(Cell(code)), region)
            : PhoneNumberNormalizer.Shared.Normalize(value, region);
        return result.IsAccepted && code < 0 ? InternationalOf(result, value, picked, Cell) : result;
    }

    /// <summary>Reads a number whose country code stands in a column of its own; region is that of numbers without one.</summary>
    public static NumberResult WithCode(object? value, string code, string? region)
    {
        if (NumberColumns.IsBlank(value))
        {
            return PhoneNumberNormalizer.Shared.Normalize(value, region);
        }

        // ID, HK: what people have too where a code is asked for.
        code = code.Trim();
        var digits = new string(code.Where(c => c is >= '0' and <= '9').ToArray()).TrimStart('0');
        var theirs = PhoneNumberNormalizer.IsRegion(code) ? code.ToUpperInvariant() : CallingCodes.RegionOf(digits);
        if (theirs is null)
        {
            return NumberResult.Refuse($"{InputQuote.Of(code)} is not a country code; correct it, or give the number with + and its country code.");
        }

        if (digits.Length == 0)
        {
            digits = PhoneLibrary.GetCallingCode(theirs).ToString(CultureInfo.InvariantCulture);
        }

        var result = PhoneNumberNormalizer.Shared.Normalize(value, theirs);
        return !result.IsAccepted || result.Digits.StartsWith(digits, StringComparison.Ordinal)
            // The column says the country: there is no second reading.
            ? result.IsAccepted ? NumberResult.Accept(result.Digits, doubt: result.Doubt) : result
            : NumberResult.Refuse($"{InputQuote.Of(SheetValue.TextOf(value))} is {E164.Format(result.Digits)}, but its country code is said to be +{digits}; correct one of the two.");
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
