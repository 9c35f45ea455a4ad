namespace Chatalo.Contacts;

/// <summary>
/// What the numbering plans say of digits: only numbers that a plan has come out, the account of WhatsApp's rules included. The texts around
/// the digits are the business of <see cref="GroupedNumber"/> and <see cref="BareNumber"/>.
/// </summary>
internal static class PlanReader
{
    private const int NorthAmericanLength = 11;

    // ITU-T E.164 section 6.2.1; the metadata of Germany and Austria has longer ones.
    private const int LongestNumber = 15;

    /// <summary>Digits that begin with a country code; null when no plan has them.</summary>
    public static NumberReading? International(string digits)
    {
        if (digits.Length is < 7 or > 17)
        {
            return null;
        }

        if (digits[0] == '1' && digits.Length != NorthAmericanLength)
        {
            // The library drops a second 1, which is a digit too many.
            return null;
        }

        var reading = PhoneLibrary.ReadInternational(WhatsAppNumberRules.ToPlan(digits));
        return IsNumber(reading) ? reading : OldBrazilian(digits);
    }

    /// <summary>Digits as they are written within the region, with or without trunk prefix; null when its plan does not have them.</summary>
    public static NumberReading? National(string digits, RegionPlan plan)
    {
        // Some plans have services of five digits; nobody's number is as short where others have nine and more.
        if (digits.Length is < 4 or > 17 || (digits.Length < 6 && plan.LongestNational > 8) || (plan.Code == "1" && digits.Length > NorthAmericanLength))
        {
            return null;
        }

        var dialled = FormerPrefix.IsWritten(digits, plan) ? digits.Substring(1) : digits;
        var reading = PhoneLibrary.ReadNational(WhatsAppNumberRules.ToPlan(dialled, plan.Region), plan.Region);

        // The library also strips an international prefix and gives the number of another country.
        return IsNumber(reading) && reading.Digits!.StartsWith(plan.Code, StringComparison.Ordinal) ? reading : null;
    }

    /// <summary>
    /// Whether digits begin with the region's own country code and are a fixed line only if that is taken for an area code without its zero:
    /// somebody meant the country code, and digits are missing (<c>62812345</c> in ID).
    /// </summary>
    public static bool IsShortOwn(string digits, NumberReading national, RegionPlan plan) =>
        !national.IsMobile && digits.StartsWith(plan.Code, StringComparison.Ordinal) && PhoneLibrary.IsTrunkWritten(national);

    /// <summary>
    /// Whether digits are a number in the plain form that most have: country code or not, trunk prefix or not, and nothing else to be left out.
    /// Cheaper than the others, and good enough to notice that a number is only a part of what is written.
    /// </summary>
    public static NumberReading? Plain(string digits, bool isInternational, RegionPlan? plan)
    {
        if (digits.Length < 5 || (!isInternational && plan is null))
        {
            return null;
        }

        var own = !isInternational && digits.StartsWith(plan!.Code, StringComparison.Ordinal) ? Plain(digits, isInternational: true, plan) : null;
        if (own is { IsMobile: true })
        {
            return own;
        }

        var full = isInternational ? digits
            : plan!.Code + (plan.Trunk.Length > 0 && digits.StartsWith(plan.Trunk, StringComparison.Ordinal) ? digits.Substring(plan.Trunk.Length) : digits);
        if (full.Length < 7)
        {
            return own;
        }

        // Italy's fixed lines and Ivory Coast's numbers keep their zero.
        var code = PhoneLibrary.GetCallingCodeLength(full);
        var reading = code > 0 && code < full.Length && full[code] == '0'
            ? International(full) is { } zero && zero.Digits == full ? zero : default
            : PhoneLibrary.ReadPlain(WhatsAppNumberRules.ToPlan(full));
        return IsNumber(reading) ? reading : own;
    }

    /// <summary>Digits that begin with what is dialled in front of a country code: every number they can be.</summary>
    public static List<(string Prefix, NumberReading Reading)> Dialled(string digits, RegionPlan? plan)
    {
        var found = new List<(string, NumberReading)>();
        foreach (var prefix in plan?.PrefixesOf(digits) ?? (digits.StartsWith("00", StringComparison.Ordinal) ? ["00"] : []))
        {
            if (digits.Length > prefix.Length && digits[prefix.Length] != '0' && International(digits.Substring(prefix.Length)) is { } reading
                && !found.Any(other => other.Item2.Digits == reading.Digits))
            {
                found.Add((prefix, reading));
            }
        }

        return found;
    }

    /// <summary>Whether a fixed line of Italy is a mobile number with a zero in front: the plan has both, and one of them is somebody else (<c>0312 345 6789</c>).</summary>
    public static bool HasDoubtfulZero(NumberReading reading) =>
        reading is { CountryCode: 39, IsMobile: false } && reading.Digits!.Length == 13 && reading.Digits[2] == '0' && International(reading.Digits.Remove(2, 1)) is { IsMobile: true };

    // The library takes a seven-digit subscriber number behind Korea's 010 from the days of 011 and 016 to 019; 010 has eight (MSIT, 2004).
    private static bool IsNumber(NumberReading reading) =>
        reading.IsValid && reading.Digits!.Length <= LongestNumber && !(reading.CountryCode == 82 && reading.Digits!.Length == 11 && reading.Digits.StartsWith("8210", StringComparison.Ordinal));

    // Accounts from before the ninth digit: 55, area and eight digits from 6 to 9. The plan no longer has them, WhatsApp does.
    private static NumberReading? OldBrazilian(string digits) =>
        WhatsAppNumberRules.ToIdentity(digits) is var current && current.Length == 13 && digits.StartsWith("55", StringComparison.Ordinal) && digits.Length == 12
        && PhoneLibrary.ReadInternational(current).IsMobile
            ? new NumberReading(55, digits, NumberKind.Mobile, Misfit: null)
            : null;
}
