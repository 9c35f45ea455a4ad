using System.Globalization;

namespace Chatalo.Contacts;

/// <summary>Says why no plan has the digits of a text.</summary>
internal static class Misfit
{
    /// <summary>The rest of a sentence after the input.</summary>
    public static string Explain(ScannedDigits text, RegionPlan? plan, string region)
    {
        if (text.IsInternational || text.Digits.StartsWith("00", StringComparison.Ordinal))
        {
            return ExplainInternational(text.IsInternational ? text.Digits : text.Digits.TrimStart('0'));
        }

        if (plan is null)
        {
            return $"has no country code, and '{region}' is not a region; write it with + and country code, or set -DefaultRegion to a region such as ID.";
        }

        var unprefixed = text.Digits.TrimStart('0');
        if (unprefixed.StartsWith(plan.Code, StringComparison.Ordinal) && !PhoneLibrary.IsPossible(unprefixed, out var own) && own.Length > 0 && unprefixed.Length > plan.Code.Length + 6)
        {
            return $"is not a number of region {plan.Region}: {CountText(unprefixed.Length - plan.Code.Length)} follow country code {plan.Code}, and mobile numbers have {own}. Check the digits.";
        }

        _ = PhoneLibrary.IsPossible(plan.Code + (unprefixed.Length == 0 ? "1" : unprefixed), out var lengths);
        var national = plan.Trunk.Length > 0 && text.Digits.StartsWith(plan.Trunk, StringComparison.Ordinal) ? text.Digits.Length - plan.Trunk.Length : text.Digits.Length;
        var trunk = national == text.Digits.Length ? string.Empty : $" behind the {plan.Trunk}";
        return $"is not a number of region {plan.Region}: it has {CountText(national)}{trunk}, and mobile numbers have {lengths}. Check the digits, or write it with + and country code if it is a number of another country.";
    }

    private static string ExplainInternational(string digits)
    {
        var code = PhoneLibrary.GetCallingCodeLength(digits);
        if (code == 0)
        {
            return digits.StartsWith("0", StringComparison.Ordinal)
                ? "has a zero where the country code begins; write + and the country code first, without zeros."
                : "begins with no country code that exists; check the digits.";
        }

        var possible = PhoneLibrary.IsPossible(digits, out var lengths);
        var national = digits.Length - code;
        return digits[code] == '0' ? $"has a zero behind country code {digits.Substring(0, code)}; leave it out."
            : possible ? $"is not a number that country code {digits.Substring(0, code)} has; check the digits."
            : lengths.Length == 0 ? $"is not as long as numbers of country code {digits.Substring(0, code)} are; check the digits."
            : $"is {(national < int.Parse(lengths.Split(' ')[0], CultureInfo.InvariantCulture) ? "too short" : "too long")}: {CountText(national)} follow country code {digits.Substring(0, code)}, and mobile numbers have {lengths}. Check the digits.";
    }

    private static string CountText(int count) => count == 1 ? "1 digit" : count.ToString(CultureInfo.InvariantCulture) + " digits";
}
