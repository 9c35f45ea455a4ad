using System.Globalization;

namespace Chatalo.Contacts.Files;

/// <summary>
/// Reads a number whose other parts stand in columns of their own: the country calling code, the area code, or the country. What they say is put together,
/// and where it disagrees the number is refused: there is no way to tell which of the two is wrong.
/// </summary>
internal static class NumberParts
{
    private const int LongestAreaCode = 5;

    /// <summary>The number of a row; null when no other column has a part of it.</summary>
    /// <param name="column">The column that the number is in.</param>
    /// <param name="value">The number as it stands there.</param>
    /// <param name="cell">Gives the cell of a column.</param>
    /// <param name="region">The region of numbers without country code.</param>
    public static NumberResult? Read(NumberColumn column, object? value, Func<int, object?> cell, string? region)
    {
        if (NumberColumns.IsBlank(value))
        {
            return null;
        }

        var area = column.AreaCode >= 0 ? AreaCode(cell(column.AreaCode)) : null;
        var code = column.CountryCode >= 0 ? TextOf(cell(column.CountryCode)) : string.Empty;
        if (code.Length == 0)
        {
            code = column.Codes.Select(other => other.Read(TextOf(cell(other.Index)))).FirstOrDefault(written => written is not null) ?? string.Empty;
        }

        if (code.Length > 0)
        {
            return WithCode(value, code, area);
        }

        var country = column.Countries.Select(i => TextOf(cell(i))).FirstOrDefault(text => text.Length > 0);
        return country is not null ? WithCountry(value, country, area, region)
            : area is not null ? Join(value, area, region, out _)
            : null;
    }

    private static NumberResult WithCode(object? value, string code, string? area)
    {
        if (CountryNames.RegionOf(code) is not { } theirs)
        {
            return NumberResult.Refuse($"{InputQuote.Of(code)} is not a country code; correct it, or give the number with + and its country code.");
        }

        var result = Join(value, area, theirs, out var joined);
        var digits = CodeOf(theirs);
        if (!result.IsAccepted)
        {
            return result;
        }

        // The column says the country: there is no second reading. What only names the country says where somebody lives, and a plus says more.
        return result.Digits.StartsWith(digits, StringComparison.Ordinal) || (IsInternational(value) && !code.Any(char.IsDigit))
            ? NumberResult.Accept(result.Digits, doubt: result.Doubt)
            : NumberResult.Refuse($"{InputQuote.Of(joined)} is {E164.Format(result.Digits)}, but its country code is said to be +{digits}; correct one of the two.");
    }

    private static NumberResult WithCountry(object? value, string country, string? area, string? region)
    {
        if (IsInternational(value))
        {
            return PhoneNumberNormalizer.Shared.Normalize(value, region);
        }

        if (CountryNames.RegionOf(country) is not { } theirs)
        {
            return NumberResult.Refuse($"{InputQuote.Of(country)} is not a country that is known, so the number's country code is not either; write the country in English or as its two letters, or the number with + and its country code.");
        }

        var result = Join(value, area, theirs, out var joined);
        if (string.Equals(theirs, region, StringComparison.OrdinalIgnoreCase))
        {
            return result;
        }

        var digits = CodeOf(theirs);
        var other = result.IsAccepted ? result : PhoneNumberNormalizer.Shared.Normalize(value, region);
        return !other.IsAccepted ? result
            : result.IsAccepted && result.Digits.StartsWith(digits, StringComparison.Ordinal) ? NumberResult.Accept(result.Digits, doubt: result.Doubt)
            : NumberResult.Refuse($"{InputQuote.Of(joined)} is {E164.Format(other.Digits)}, but its country is said to be {country.Trim()} (+{digits}); correct one of the two, or write the number with + and its country code.");
    }

    // The area code is put before a number that has none.
    private static NumberResult Join(object? value, string? area, string? region, out string read)
    {
        read = SheetValue.TextOf(value).Trim();
        var alone = PhoneNumberNormalizer.Shared.Normalize(value, region);
        if (area is null || IsInternational(value))
        {
            return alone;
        }

        var joined = PhoneNumberNormalizer.Shared.Normalize(area + read, region);
        if (alone.IsAccepted && (!joined.IsAccepted || read.TrimStart('0', '(').StartsWith(area.TrimStart('0'), StringComparison.Ordinal)))
        {
            return alone;
        }

        // Seven digits may be a fixed line somewhere; a mobile number is a whole number.
        if (alone.IsAccepted && joined.IsAccepted && PhoneLibrary.ReadInternational(alone.Digits).IsMobile)
        {
            return NumberResult.Refuse($"{InputQuote.Of(read)} is {E164.Format(alone.Digits)} by itself and {E164.Format(joined.Digits)} with the area code {area}; write the whole number in one cell.");
        }

        read = area + read;
        return joined;
    }

    private static string? AreaCode(object? cell)
    {
        var text = SheetValue.TextOf(cell).Trim();
        var digits = new string(text.Where(c => c is >= '0' and <= '9').ToArray());
        return digits.Length is > 0 and <= LongestAreaCode && digits.Any(c => c != '0') && text.All(c => c is (>= '0' and <= '9') or '(' or ')' or ' ' or '-' or '/' or '.') ? digits : null;
    }

    private static string TextOf(object? cell) => cell is string || !NumberColumns.IsBlank(cell) ? SheetValue.TextOf(cell).Trim().Trim('-') : string.Empty;

    private static bool IsInternational(object? value) => value is string text && text.TrimStart(' ', '(', '\'') is { Length: > 2 } written && (written[0] == '+' || written.StartsWith("00", StringComparison.Ordinal));

    private static string CodeOf(string region) => PhoneLibrary.GetCallingCode(region).ToString(CultureInfo.InvariantCulture);
}
