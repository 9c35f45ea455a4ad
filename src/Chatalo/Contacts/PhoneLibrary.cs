using System.Collections.Concurrent;
using System.Globalization;
using PhoneNumbers;

namespace Chatalo.Contacts;

/// <summary>
/// The numbering plans of the world. The only class that names libphonenumber, so that the library is loaded with the first number read
/// and not with the module. Thread-safe, as the library is.
/// </summary>
internal static class PhoneLibrary
{
    // What the library calls a region that it does not know, by CLDR.
    private const string NoRegion = "ZZ";

    private static readonly PhoneNumberUtil Library = PhoneNumberUtil.GetInstance();

    private static readonly ConcurrentDictionary<string, RegionPlan> Plans = new(StringComparer.Ordinal);

    /// <summary>The calling code of a region (<c>ID</c> → 62), or 0 when there is no such region.</summary>
    public static int GetCallingCode(string region) => Library.GetCountryCodeForRegion(region);

    /// <summary>The plan of a region (upper case), or null when there is no such region.</summary>
    public static RegionPlan? GetPlan(string region)
    {
        if (Plans.TryGetValue(region, out var known))
        {
            return known;
        }

        var code = region.Length == 2 ? GetCallingCode(region) : 0;
        if (code == 0)
        {
            return null;
        }

        var metadata = Library.GetMetadataForRegion(region);
        var lengths = metadata.Mobile.PossibleLengthList.Concat(metadata.GeneralDesc.PossibleLengthList).Where(length => length > 0).ToList();

        // The metadata leaves out the lengths of a kind that has those of all numbers.
        var lines = metadata.FixedLine.PossibleLengthList.Count > 0 ? metadata.FixedLine.PossibleLengthList : metadata.GeneralDesc.PossibleLengthList;
        var plan = new RegionPlan(
            region, code.ToString(CultureInfo.InvariantCulture), Library.GetNddPrefixForRegion(region, true) ?? string.Empty, metadata.InternationalPrefix ?? string.Empty, lengths.Max(),
            lines.Max() - lines.Min() > 1);
        return Plans.GetOrAdd(region, plan);
    }

    /// <summary>The lengths that the groups of a number have where it is written as its country does.</summary>
    /// <param name="digits">Valid E.164 digits.</param>
    /// <param name="international">With country code, or as within the country.</param>
    public static IReadOnlyList<int> GetGroupLengths(string digits, bool international)
    {
        var number = TryParse("+" + digits, null);
        var text = number is null ? string.Empty : Library.Format(number, international ? PhoneNumberFormat.INTERNATIONAL : PhoneNumberFormat.NATIONAL);
        var lengths = new List<int>();
        var run = 0;
        foreach (var c in text + " ")
        {
            if (c is >= '0' and <= '9')
            {
                run++;
            }
            else if (run > 0)
            {
                lengths.Add(run);
                run = 0;
            }
        }

        return lengths;
    }

    /// <summary>Whether people write the trunk prefix of a number: the 0 in Indonesia and Germany, but not in Brazil, nor the 1 in North America.</summary>
    public static bool IsTrunkWritten(NumberReading reading) =>
        GetGroupLengths(reading.Digits!, international: false).Sum() > reading.Digits!.Length - GetCallingCodeLength(reading.Digits!);

    /// <summary>Whether a number of its country can be this long, and how long mobile numbers of it are, without country code.</summary>
    public static bool IsPossible(string digits, out string lengths)
    {
        lengths = string.Empty;
        var codeLength = GetCallingCodeLength(digits);
        if (codeLength == 0)
        {
            return false;
        }

        var code = int.Parse(digits.Substring(0, codeLength), CultureInfo.InvariantCulture);
        var metadata = Library.GetRegionCodeForCountryCode(code) is { Length: 2 } region
            ? Library.GetMetadataForRegion(region)
            : Library.GetMetadataForNonGeographicalRegion(code);
        var mobile = metadata?.Mobile?.PossibleLengthList.Where(length => length > 0).ToList() ?? [];
        if (mobile.Count == 0)
        {
            mobile = metadata?.GeneralDesc.PossibleLengthList.Where(length => length > 0).ToList() ?? [];
        }

        lengths = mobile.Count == 0 ? string.Empty : mobile.Min() == mobile.Max() ? $"{mobile.Min()}" : $"{mobile.Min()} to {mobile.Max()}";
        return digits[codeLength] != '0' && mobile.Contains(digits.Length - codeLength);
    }

    /// <summary>How many of the leading digits are the country calling code; 0 when none is.</summary>
    public static int GetCallingCodeLength(string digits)
    {
        // E.164 country codes are prefix-free: the first that fits is the only one.
        var code = 0;
        for (var length = 1; length <= 3 && length < digits.Length && digits[0] != '0'; length++)
        {
            code = (10 * code) + (digits[length - 1] - '0');
            if (Library.GetRegionCodeForCountryCode(code) != NoRegion)
            {
                return length;
            }
        }

        return 0;
    }

    /// <summary>Reads digits that begin with a country calling code.</summary>
    public static NumberReading ReadInternational(string digits)
    {
        var codeLength = GetCallingCodeLength(digits);
        if (codeLength == 0 || digits.Length > 17)
        {
            return default;
        }

        var reading = ReadAsWritten(digits, codeLength);
        return reading.IsValid ? reading : Parse("+" + digits, null);
    }

    /// <summary>The same for digits that hold nothing to be left out, such as a trunk prefix: a fifth of the time.</summary>
    public static NumberReading ReadPlain(string digits)
    {
        var codeLength = GetCallingCodeLength(digits);
        return codeLength == 0 || digits.Length > 17 ? default : ReadAsWritten(digits, codeLength);
    }

    /// <summary>Reads digits as they are dialled within a region, with or without its trunk prefix.</summary>
    public static NumberReading ReadNational(string digits, string region)
    {
        if (digits[0] == '0' && digits.Length is > 4 and < 16 && Library.GetNddPrefixForRegion(region, true) == "0")
        {
            var code = GetCallingCode(region).ToString(CultureInfo.InvariantCulture);
            var reading = ReadAsWritten(code + digits.Substring(1), code.Length);
            if (reading.IsMobile)
            {
                return reading;
            }
        }

        return Parse(digits, region);
    }

    // Most numbers are right as they stand: to ask for the kind of these digits costs less than parsing them.
    private static NumberReading ReadAsWritten(string digits, int codeLength)
    {
        if (digits[codeLength] == '0')
        {
            return default;
        }

        var number = new PhoneNumber.Builder()
            .SetCountryCode(int.Parse(digits.Substring(0, codeLength), CultureInfo.InvariantCulture))
            .SetNationalNumber(ulong.Parse(digits.Substring(codeLength), CultureInfo.InvariantCulture))
            .Build();
        return new NumberReading(number.CountryCode, digits, GetKind(number), Misfit: null);
    }

    private static NumberReading Parse(string text, string? region)
    {
        if (TryParse(text, region) is not { } number)
        {
            return default;
        }

        var misfit = Library.IsPossibleNumberForTypeWithReason(number, PhoneNumberType.MOBILE) switch
        {
            PhoneNumberUtil.ValidationResult.IS_POSSIBLE => null,
            PhoneNumberUtil.ValidationResult.TOO_LONG => "too long",
            PhoneNumberUtil.ValidationResult.TOO_SHORT or PhoneNumberUtil.ValidationResult.IS_POSSIBLE_LOCAL_ONLY => "too short",
            _ => "not as long as numbers are",
        };
        var digits = Library.Format(number, PhoneNumberFormat.E164).Substring(1);
        var kind = GetKind(number);
        if (kind == NumberKind.Unassigned && !number.Equals(TryParse("+" + digits, null)))
        {
            // A guess that would become another number when read again is no number to send to.
            misfit = "written with too many prefixes";
        }

        return new NumberReading(number.CountryCode, digits, kind, misfit);
    }

    private static PhoneNumber? TryParse(string text, string? region)
    {
        try
        {
            return Library.Parse(text, region);
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    private static NumberKind GetKind(PhoneNumber number) => Library.GetNumberType(number) switch
    {
        // Nobody can be written to at a voice mailbox or a pager.
        PhoneNumberType.UNKNOWN or PhoneNumberType.VOICEMAIL or PhoneNumberType.PAGER => NumberKind.Unassigned,
        PhoneNumberType.MOBILE or PhoneNumberType.FIXED_LINE_OR_MOBILE => NumberKind.Mobile,
        PhoneNumberType.FIXED_LINE => NumberKind.FixedLine,
        _ => NumberKind.Service,
    };
}
