using System.Globalization;

namespace Chatalo.Contacts.Files;

/// <summary>The region whose numbering plan goes with a country calling code.</summary>
internal static class CallingCodes
{
    private static readonly Lazy<Dictionary<string, string>> Regions = new(Read);

    // Where several regions share a code, the one that the plan is kept by.
    private static readonly string[] Main = ["US", "RU", "GB", "AU", "NO", "IT", "MA", "FI", "SH", "GP", "RE", "CW"];

    /// <summary>The region of a code's digits (<c>852</c>: HK); null when there is no such code.</summary>
    public static string? RegionOf(string digits) => Regions.Value.TryGetValue(digits, out var region) ? region : null;

    private static Dictionary<string, string> Read()
    {
        var regions = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < 26 * 26; i++)
        {
            var region = new string([(char)('A' + (i / 26)), (char)('A' + (i % 26))]);
            var code = PhoneLibrary.GetCallingCode(region).ToString(CultureInfo.InvariantCulture);
            if (code != "0" && (!regions.ContainsKey(code) || Array.IndexOf(Main, region) >= 0))
            {
                regions[code] = region;
            }
        }

        return regions;
    }
}
