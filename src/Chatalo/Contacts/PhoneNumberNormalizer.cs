using System.Globalization;

namespace Chatalo.Contacts;

/// <summary>
/// Turns phone numbers as people write them into the digits the gateway wants, or says why not. Thread-safe; answers are remembered.
/// <para>
/// A number is taken when the numbering plan knows it. One that the plan does not know is taken only when its country code is written out and
/// a mobile number of that country can have this length: plans grow faster than the metadata. Everything else is refused.
/// </para>
/// <para>
/// Digits without plus and without leading zero are ambiguous. They are read, in this order, as: the default region's own country code and
/// number; a number of the default region that lost its zero, if it is a mobile number; a mobile number of the country they begin with; any
/// other number of the default region; any other number of that country. Put a plus in front of digits that are known to be international.
/// </para>
/// </summary>
internal sealed class PhoneNumberNormalizer
{
    // A power of two. Each text has one place, and the last to come has it: lists repeat their numbers close together or not at all.
    private const int CacheSize = 4096;
    private const int LongestCached = 64;

    private readonly KnownNumber?[] _cache = new KnownNumber?[CacheSize];

    /// <summary>One for all: it holds no state but its memory of answers.</summary>
    public static PhoneNumberNormalizer Shared { get; } = new();

    /// <summary>Whether there is such a region (ISO 3166-1 alpha-2, any case) in the numbering plans.</summary>
    public static bool IsRegion(string? region) => region is { Length: 2 } && NumberingPlan.GetCallingCode(region.ToUpperInvariant()) != 0;

    /// <summary>Normalises a string or a numeric cell. Never throws.</summary>
    /// <param name="value">What the column or parameter holds. Unwrap PSObject first.</param>
    /// <param name="defaultRegion">The region of numbers without country code, ISO 3166-1 alpha-2 (<c>ID</c>).</param>
    public NumberResult Normalize(object? value, string? defaultRegion)
    {
        var text = NumberCell.ToText(value, out var refusal);
        if (text is null)
        {
            return NumberResult.Refuse(refusal!);
        }

        var region = defaultRegion ?? string.Empty;
        ref var place = ref _cache[text.GetHashCode() & (CacheSize - 1)];
        if (Volatile.Read(ref place) is { } known && known.Text == text && known.Region == region)
        {
            return known.Result;
        }

        var result = Decide(text, region.ToUpperInvariant());
        if (text.Length <= LongestCached)
        {
            Volatile.Write(ref place, new KnownNumber(text, region, result));
        }

        return result;
    }

    /// <summary>Splits digits that begin with a country code into that code and the rest (<c>62</c>, <c>8123456789</c>).</summary>
    /// <exception cref="FormatException">The digits begin with no country code.</exception>
    public static (string CountryCode, string Number) Split(string digits)
    {
        var length = digits.All(c => c is >= '0' and <= '9') ? NumberingPlan.GetCallingCodeLength(digits) : 0;
        return length > 0
            ? (digits.Substring(0, length), digits.Substring(length))
            : throw new FormatException($"{NumberTextReader.Quote(digits)} begins with no country code; give the number with its country code, in digits only.");
    }

    private static NumberResult Decide(string text, string region)
    {
        if (!NumberTextReader.TryRead(text, out var number, out var refusal))
        {
            return NumberResult.Refuse(refusal);
        }

        if (!number.IsInternational && number.Digits.StartsWith("00", StringComparison.Ordinal))
        {
            number = ReadDialled(number.Digits, region);
        }

        var code = number.IsInternational ? string.Empty : CallingCode(region);
        var writtenOut = code.Length > 0 && number.Digits.StartsWith(code, StringComparison.Ordinal);
        var reading = number.IsInternational ? ReadInternational(number.Digits) : ReadBare(number.Digits, region, code, writtenOut);
        var accepted = reading.IsValid || (reading.IsPossible && (number.IsInternational || writtenOut));
        return accepted ? NumberResult.Accept(Keep(text, WhatsAppNumberRules.ToAccount(reading))) : NumberResult.Refuse(Explain(text, number, reading, region));
    }

    // A list of a million numbers that are written as the gateway wants them is kept once, not twice.
    private static string Keep(string text, string digits) => text == digits ? text : digits;

    // 00 is the international prefix nearly everywhere (ITU-T E.123); where it is another that begins so (0011 in Australia), the plan knows it.
    private static NumberText ReadDialled(string digits, string region)
    {
        var behindZeros = new NumberText(digits.Substring(2), IsInternational: true);
        if (ReadInternational(behindZeros.Digits).IsValid)
        {
            return behindZeros;
        }

        var dialled = NumberingPlan.ReadNational(digits, region);
        return dialled.IsValid ? new NumberText(dialled.Digits!, IsInternational: true) : behindZeros;
    }

    private static NumberReading ReadInternational(string digits) => NumberingPlan.ReadInternational(WhatsAppNumberRules.ToPlan(digits));

    // With the calling code of the region, and whether the digits begin with it.
    private static NumberReading ReadBare(string digits, string region, string code, bool writtenOut)
    {
        // 062812… happens too: a zero put before the country code. What else begins with a zero begins with no country code.
        var unprefixed = digits.TrimStart('0');
        var international = digits[0] != '0' || (code.Length > 0 && unprefixed.StartsWith(code, StringComparison.Ordinal))
            ? ReadInternational(unprefixed)
            : default;
        if (writtenOut && international.IsMobile)
        {
            return international;
        }

        var national = code.Length == 0 ? default : NumberingPlan.ReadNational(WhatsAppNumberRules.ToPlan(digits, region), region);
        if (national.IsMobile)
        {
            return national;
        }

        if (international.IsMobile || (writtenOut && (international.IsValid || !national.IsValid)))
        {
            return international;
        }

        return national.IsValid || !international.IsValid ? national : international;
    }

    private static string CallingCode(string region) =>
        NumberingPlan.GetCallingCode(region) is var code and not 0 ? code.ToString(CultureInfo.InvariantCulture) : string.Empty;

    private static string Explain(string text, NumberText number, NumberReading reading, string region)
    {
        var shown = NumberTextReader.Quote(text);
        if (number.IsInternational)
        {
            return reading.Digits is null
                ? $"{shown} begins with no country code that exists, or is far too short or long; check the digits."
                : $"{shown} is {reading.Misfit} for a number of country code {reading.CountryCode}; check the digits.";
        }

        return NumberingPlan.GetCallingCode(region) == 0
            ? $"{shown} has no country code and '{region}' is no region; write it with + and country code or set -DefaultRegion."
            : $"{shown} is no number of region {region}; check the digits, or write it with + and country code.";
    }
}
