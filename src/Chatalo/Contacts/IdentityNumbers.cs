using System.Globalization;
using System.Text.RegularExpressions;

namespace Chatalo.Contacts;

/// <summary>
/// The numbers that a region's people and firms have by law, which stand in the same lists as their phone numbers, and the forms they are written
/// in. Digits alone are one when they have the length, and the birthday or the check digits, of the region's; only where such a number has neither
/// does its length decide. Longer ones than 14 digits are not listed, since no phone number is as long.
/// </summary>
internal static class IdentityNumbers
{
    // 123.456.789-09 (CPF), 12.345.678-5 (RUT), 12.345.678/0001-95 (CNPJ); 900101-14-5678 (MyKad), 900101-1234567 (RRN).
    private static readonly Regex Written = new(
        "^(?:[0-9]{1,3}(?:\\.[0-9]{3}){2}(?:/[0-9]{4})?-[0-9]{1,2}|[0-9]{6}-[0-9]{2}-[0-9]{4}|[0-9]{6}-[0-9]{7})$", RegexOptions.CultureInvariant);

    private static readonly int[] FirstOfCpf = [10, 9, 8, 7, 6, 5, 4, 3, 2];
    private static readonly int[] SecondOfCpf = [11, 10, 9, 8, 7, 6, 5, 4, 3, 2];
    private static readonly int[] Cuit = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
    private static readonly int[] MyNumber = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
    private static readonly int[] Thai = [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2];

    private static readonly Dictionary<string, (int Length, Func<string, bool> IsOne)> Rules = new(StringComparer.Ordinal)
    {
        ["AR"] = (11, id => id.Substring(0, 2) is "20" or "23" or "24" or "27" or "30" or "33" or "34" && CheckDigits.IsMod11(id, Cuit, foldToZero: true)), // CUIT, CUIL
        ["AU"] = (11, CheckDigits.IsAustralian), // ABN
        ["BE"] = (11, id => IsDay(id, month: 2, day: 4, isRaised: true)), // INSZ
        ["BR"] = (11, id => CheckDigits.IsMod11(id, FirstOfCpf, foldToZero: true) && CheckDigits.IsMod11(id, SecondOfCpf, foldToZero: true)), // CPF
        ["DE"] = (11, CheckDigits.IsMod11And10), // Steuer-ID
        ["DO"] = (11, CheckDigits.IsLuhn), // cédula
        ["EE"] = (11, id => IsDay(id, month: 3, day: 5)), // isikukood
        ["GR"] = (11, id => IsDay(id, month: 2, day: 0)), // AMKA
        ["HR"] = (11, CheckDigits.IsMod11And10), // OIB
        ["IT"] = (11, CheckDigits.IsLuhn), // partita IVA
        ["LT"] = (11, id => IsDay(id, month: 3, day: 5)), // asmens kodas
        ["LV"] = (11, id => IsDay(id, month: 2, day: 0) || id.StartsWith("32", StringComparison.Ordinal)), // personas kods
        ["NG"] = (11, _ => true), // NIN
        ["NO"] = (11, id => IsDay(id, month: 2, day: 0, isRaised: true)), // fødselsnummer, D-nummer
        ["PE"] = (11, id => id.Substring(0, 2) is "10" or "15" or "17" or "20" && CheckDigits.IsMod11(id, Cuit, foldToZero: false)), // RUC
        ["PL"] = (11, id => IsDay(id, month: 2, day: 4, isRaised: true)), // PESEL
        ["TR"] = (11, CheckDigits.IsTurkish), // T.C. kimlik
        ["IN"] = (12, id => id[0] > '1' && CheckDigits.IsVerhoeff(id)), // Aadhaar
        ["MY"] = (12, id => IsDay(id, month: 2, day: 4)), // MyKad
        ["VN"] = (12, id => id[0] == '0'), // CCCD
        ["JP"] = (12, id => CheckDigits.IsMod11(id, MyNumber, foldToZero: true)), // My Number
        ["KZ"] = (12, id => IsDay(id, month: 2, day: 4)), // IIN
        ["PH"] = (12, id => id.Substring(9, 2) == "00"), // TIN with the number of a branch
        ["KR"] = (13, id => IsDay(id, month: 2, day: 4)), // RRN
        ["ZA"] = (13, id => IsDay(id, month: 2, day: 4)),
        ["TH"] = (13, id => id[0] < '9' && CheckDigits.IsMod11(id, Thai, foldToZero: false)),
        ["PK"] = (13, id => id[0] < '8'), // CNIC
        ["RO"] = (13, id => IsDay(id, month: 3, day: 5)), // CNP
        ["RS"] = (13, IsJmbg), ["BA"] = (13, IsJmbg), ["ME"] = (13, IsJmbg), ["MK"] = (13, IsJmbg), ["SI"] = (13, IsJmbg),
    };

    /// <summary>
    /// Whether the digits can be an identity number of the region's. Eleven digits from 1 are one wherever identity numbers have eleven digits,
    /// since those that somebody made up or mistyped are nearly always a number of North America.
    /// </summary>
    public static bool IsOne(string digits, RegionPlan? plan) =>
        plan is not null && Rules.TryGetValue(plan.Region, out var rule) && rule.Length == digits.Length && (digits[0] != '0' || plan.Region == "VN")
        && ((digits[0] == '1' && rule.Length == 11) || rule.IsOne(digits));

    /// <summary>Whether the text has the form of one.</summary>
    public static bool IsWritten(string text) => Written.IsMatch(text);

    private static bool IsJmbg(string id) => IsDay(id, month: 2, day: 0);

    // Some countries add 20, 40, 60 or 80 to the month for the century or the sex, and 40 to the day for foreigners; Belgium has zeros for an unknown birthday.
    private static bool IsDay(string id, int month, int day, bool isRaised = false)
    {
        var (m, d) = (Number(id, month), Number(id, day));
        return isRaised ? m % 20 <= 12 && d % 40 <= 31 : m is > 0 and <= 12 && d is > 0 and <= 31;
    }

    private static int Number(string digits, int at) => int.Parse(digits.Substring(at, 2), CultureInfo.InvariantCulture);
}
