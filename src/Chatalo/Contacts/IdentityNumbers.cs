using System.Text.RegularExpressions;

namespace Chatalo.Contacts;

/// <summary>
/// The numbers that a region's people and firms have by law, which stand in the same lists as their phone numbers: how many digits they have (up to
/// 14; longer ones are no phone number anyway), and the forms they are written in. Digits alone of such a length are not taken for a number of another country.
/// </summary>
internal static class IdentityNumbers
{
    // 123.456.789-09 (CPF), 12.345.678-5 (RUT), 12.345.678/0001-95 (CNPJ); 900101-14-5678 (MyKad), 900101-1234567 (RRN).
    private static readonly Regex Written = new(
        "^(?:[0-9]{1,3}(?:\\.[0-9]{3}){2}(?:/[0-9]{4})?-[0-9]{1,2}|[0-9]{6}-[0-9]{2}-[0-9]{4}|[0-9]{6}-[0-9]{7})$", RegexOptions.CultureInvariant);

    // CPF, CUIT, ABN, INSZ, Steuer-ID, cédula, isikukood, AMKA, OIB, partita IVA, NIN, fødselsnummer, RUC, PESEL, T.C. kimlik (11); Aadhaar, MyKad, CCCD,
    // My Number, IIN, PhilSys (12); RRN, South Africa's, Thailand's, CNIC, CNP, JMBG (13).
    private static readonly Dictionary<string, int> Lengths = new(StringComparer.Ordinal)
    {
        ["AR"] = 11, ["AU"] = 11, ["BE"] = 11, ["BR"] = 11, ["DE"] = 11, ["DO"] = 11, ["EE"] = 11, ["GR"] = 11, ["HR"] = 11, ["IT"] = 11, ["LT"] = 11, ["LV"] = 11,
        ["NG"] = 11, ["NO"] = 11, ["PE"] = 11, ["PL"] = 11, ["TR"] = 11,
        ["IN"] = 12, ["MY"] = 12, ["VN"] = 12, ["JP"] = 12, ["KZ"] = 12, ["PH"] = 12,
        ["KR"] = 13, ["ZA"] = 13, ["TH"] = 13, ["PK"] = 13, ["RO"] = 13, ["RS"] = 13, ["BA"] = 13, ["ME"] = 13, ["MK"] = 13, ["SI"] = 13,
    };

    /// <summary>Whether the region has identity numbers as long as these digits. Of those that are listed only Vietnam's may begin with a zero.</summary>
    public static bool HasLength(string digits, RegionPlan? plan) => plan is not null && (digits[0] != '0' || plan.Region == "VN") && Lengths.TryGetValue(plan.Region, out var length) && length == digits.Length;

    /// <summary>Whether the text has the form of one.</summary>
    public static bool IsWritten(string text) => Written.IsMatch(text);
}
