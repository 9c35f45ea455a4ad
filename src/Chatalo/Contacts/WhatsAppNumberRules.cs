namespace Chatalo.Contacts;

/// <summary>
/// Where WhatsApp's account numbers differ from today's numbering plans, one row a country.
/// <para>
/// Argentina: 549 and ten digits, without the local "15". Green API ("Features of sending and receiving messages from different countries")
/// and Whapi ("Specifics of sending messages to numbers of different countries") document it alike.
/// </para>
/// <para>
/// Mexico: 521 and ten digits by Whapi and Wassenger ("How to normalize international phone numbers for WhatsApp", 2025), although the plan
/// dropped that "1" in 2019. The sources are not of one mind: WAHA ("Phone Numbers: Mexico") says that only accounts from before 2019 have it,
/// Green API that some numbers need none and WhatsApp redirects. <c>Test-ChataloNumber</c> tells whether the account exists.
/// </para>
/// <para>
/// Brazil has no row on purpose. Green API and Whapi take the ninth digit away outside the area codes 11 to 28, but whether an account
/// has it is WhatsApp's knowledge, not the number's: both forms are passed on as given.
/// </para>
/// </summary>
internal static class WhatsAppNumberRules
{
    private static readonly Rule[] Rules =
    [
        new("MX", "52", NationalLength: 10, Marker: "1", OldTrunkPrefixes: ["1", "01", "044", "045"]),
        new("AR", "54", NationalLength: 10, Marker: "9", OldTrunkPrefixes: []),
    ];

    /// <summary>Turns valid E.164 digits into those of the WhatsApp account.</summary>
    public static string ToAccount(NumberReading reading)
    {
        var digits = reading.Digits!;
        foreach (var rule in Rules)
        {
            // Toll-free and other service numbers belong to no handset and keep their form.
            if (rule.Owns(digits) && digits.Length == rule.CountryCode.Length + rule.NationalLength && reading.Kind != NumberKind.Service)
            {
                return rule.CountryCode + rule.Marker + digits.Substring(rule.CountryCode.Length);
            }
        }

        return digits;
    }

    /// <summary>
    /// The key of the person behind a number: two numbers with one key belong to the same person. Duplicates, campaigns and opt-outs compare
    /// by it. It is a key only: a message is sent to the number as it was given, since WhatsApp alone knows which form the account has.
    /// <para>
    /// Brazil: mobile numbers (first digit 6 to 9) got a ninth digit, 9, between 2012 and 2016 (Anatel, resolution 553/2010); accounts that are
    /// older keep 55, area and eight digits. Mexico: 52 and 521 with ten digits are one number since 2019 (IFT, plan of 2018). Argentina: 54 and
    /// 549 with ten digits are one number, since the 9 marks a mobile in front of digits that are unique without it (ENACOM). The key has the
    /// longer form, which for Mexico and Argentina is also what <see cref="ToAccount"/> gives.
    /// </para>
    /// </summary>
    /// <param name="digits">E.164 digits without plus.</param>
    /// <returns>E.164 digits without plus; the same instance when there is only one form. Calling it again on the key gives the key.</returns>
    public static string ToIdentity(string digits)
    {
        if (digits.Length != 12 || digits[0] != '5')
        {
            return digits;
        }

        return digits[1] switch
        {
            '2' => "521" + digits.Substring(2),
            '4' => "549" + digits.Substring(2),
            '5' => AddNinthDigit(digits) ?? digits,
            _ => digits,
        };
    }

    /// <summary>A Brazilian mobile number of before 2016 in today's form.</summary>
    /// <param name="digits">E.164 digits without plus.</param>
    /// <returns>E.164 digits without plus; null where the digits are not of the old form.</returns>
    public static string? AddNinthDigit(string digits)
        => digits.Length == 12 && digits.StartsWith("55", StringComparison.Ordinal) && digits[4] is >= '6' and <= '9' ? digits.Substring(0, 4) + "9" + digits.Substring(4) : null;

    /// <summary>Takes out what today's plan no longer has (521… → 52…), so that the number can be looked up in it.</summary>
    public static string ToPlan(string internationalDigits)
    {
        // +54 9 011 …: the zero of an Argentine area code, behind the mark of mobiles.
        if (internationalDigits.Length == 14 && internationalDigits.StartsWith("5490", StringComparison.Ordinal))
        {
            return "549" + internationalDigits.Substring(4);
        }

        foreach (var rule in Rules)
        {
            if (rule.Owns(internationalDigits))
            {
                return rule.CountryCode + rule.WithoutOldPrefix(internationalDigits.Substring(rule.CountryCode.Length));
            }
        }

        return internationalDigits;
    }

    /// <summary>The same for a number written the national way.</summary>
    public static string ToPlan(string nationalDigits, string region)
    {
        foreach (var rule in Rules)
        {
            if (string.Equals(rule.Region, region, StringComparison.OrdinalIgnoreCase))
            {
                // "1" is dialled behind the country code alone: within Mexico 1 and ten digits are somebody in North America.
                return nationalDigits[0] == '1' ? nationalDigits : rule.WithoutOldPrefix(nationalDigits);
            }
        }

        return nationalDigits;
    }

    private sealed record Rule(string Region, string CountryCode, int NationalLength, string Marker, string[] OldTrunkPrefixes)
    {
        public bool Owns(string digits) => digits.StartsWith(CountryCode, StringComparison.Ordinal);

        public string WithoutOldPrefix(string national)
        {
            foreach (var prefix in OldTrunkPrefixes)
            {
                if (national.Length == prefix.Length + NationalLength && national.StartsWith(prefix, StringComparison.Ordinal))
                {
                    return national.Substring(prefix.Length);
                }
            }

            return national;
        }
    }
}
