namespace Chatalo.Contacts;

/// <summary>
/// Turns phone numbers as people write them into the digits the gateway wants, or says why not. Thread-safe; answers are remembered.
/// <para>
/// A number is taken when the numbering plan knows it, and when a careful reader would be sure which digits are the number: see
/// <see cref="GroupedNumber"/> for what is written in groups and <see cref="BareNumber"/> for digits alone. One that the plan does not know is
/// taken only as plus and digits with nothing else, which is how this module writes numbers and how the gateway's ids come in, where its country
/// has numbers of this length: plans grow faster than the metadata, and what the gateway named exists. Everything else is refused.
/// </para>
/// </summary>
internal sealed class PhoneNumberNormalizer
{
    // No number and no id of WhatsApp comes near; what is longer is a message in the wrong column.
    private const int LongestText = 200;

    // A power of two. Each text has one place, and the last to come has it: lists repeat their numbers close together or not at all.
    private const int CacheSize = 4096;
    private const int LongestCached = 64;

    private readonly CacheEntry?[] _cache = new CacheEntry?[CacheSize];

    /// <summary>One for all: it holds no state but its memory of answers.</summary>
    public static PhoneNumberNormalizer Shared { get; } = new();

    /// <summary>Whether there is such a region (ISO 3166-1 alpha-2, any case) in the numbering plans.</summary>
    public static bool IsRegion(string? region) => region is { Length: 2 } && PhoneLibrary.GetCallingCode(region.ToUpperInvariant()) != 0;

    /// <summary>Normalises a string or a numeric cell. Never throws.</summary>
    /// <param name="value">What the column or parameter holds. Unwrap PSObject first.</param>
    /// <param name="defaultRegion">The region of numbers without country code, ISO 3166-1 alpha-2 (<c>ID</c>).</param>
    public NumberResult Normalize(object? value, string? defaultRegion)
    {
        var text = CellText.ToText(value, out var refusal);
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
            Volatile.Write(ref place, new CacheEntry(text, region, result));
        }

        return result;
    }

    /// <summary>Splits digits that begin with a country code into that code and the rest (<c>62</c>, <c>8123456789</c>).</summary>
    /// <exception cref="FormatException">The digits begin with no country code.</exception>
    public static (string CountryCode, string Number) Split(string digits)
    {
        var length = digits.All(c => c is >= '0' and <= '9') ? PhoneLibrary.GetCallingCodeLength(digits) : 0;
        return length > 0
            ? (digits.Substring(0, length), digits.Substring(length))
            : throw new FormatException($"{InputQuote.Of(digits)} begins with no country code; give the number with its country code, in digits only.");
    }

    private static NumberResult Decide(string text, string region) =>
        text.Length > LongestText
            ? NumberResult.Refuse($"{InputQuote.Of(text)} is too long for a phone number; check which column holds the number.")
            : NumberReader.Read(text, region);
}
