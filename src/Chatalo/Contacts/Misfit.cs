using System.Globalization;

namespace Chatalo.Contacts;

/// <summary>Says why no plan has the digits of a text.</summary>
internal static class Misfit
{
    private const string OtherCountry = "A number of another country needs its + and country code, a list of another country Connect-Chatalo -DefaultRegion.";

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

        if (unprefixed.Length == 0)
        {
            return "has no digits but zeros; give a phone number, or leave the row out.";
        }

        var national = plan.Trunk.Length > 0 && text.Digits.StartsWith(plan.Trunk, StringComparison.Ordinal) ? text.Digits.Substring(plan.Trunk.Length) : text.Digits;
        return $"is not a number of region {plan.Region}: {ExplainNational(national, text.Digits, plan)} {OtherCountry}";
    }

    private static string ExplainNational(string national, string written, RegionPlan plan)
    {
        if (WhatsAppNumberRules.AddNinthDigit(plan.Code + national) is { } longer)
        {
            return $"it lacks the ninth digit of mobile numbers. If no other digit is missing, write {E164.Format(longer)}, or {E164.Format(plan.Code + national)} for an account of before 2016.";
        }

        if (PhoneLibrary.IsPossible(plan.Code + national, out var lengths))
        {
            return "it is as long as one, but none begins like this. Check the digits.";
        }

        var behind = national.Length == written.Length ? string.Empty : $" behind the {plan.Trunk}";
        return $"it has {CountText(national.Length)}{behind}, and mobile numbers have {lengths}. Check the digits, and whether the area code is there.";
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
