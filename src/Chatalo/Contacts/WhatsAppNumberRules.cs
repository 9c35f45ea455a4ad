namespace Chatalo.Contacts;

/// <summary>
/// Where WhatsApp's account numbers differ from today's numbering plans, one row a country.
/// <para>
/// Mexico and Argentina: WhatsApp's help centre ("About international phone number format", article 640432094208718) asks for a "1"
/// after +52 and a "9" after +54, without the local "15". Mexico's plan dropped its "1" in 2019, WhatsApp's accounts kept it, and
/// other gateways (Green API, Whapi, WAHA) document the same: 521 and ten digits, 549 and ten digits.
/// </para>
/// <para>
/// Brazil has no row on purpose. Accounts registered before the ninth digit came to their area code may still lack it, and only WhatsApp
/// knows which (WAHA, "Phone Numbers: Mexico" and its Brazilian sibling, ask the server for each number). Both forms are passed on as given;
/// <c>Test-ChataloNumber</c> tells which of them exists.
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

    /// <summary>Takes out what today's plan no longer has (521… → 52…), so that the number can be looked up in it.</summary>
    public static string ToPlan(string internationalDigits)
    {
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
                return rule.WithoutOldPrefix(nationalDigits);
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
