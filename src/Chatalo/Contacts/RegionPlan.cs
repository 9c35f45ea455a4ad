using System.Text.RegularExpressions;

namespace Chatalo.Contacts;

/// <summary>What is to be known of a region's way to write and dial numbers.</summary>
/// <param name="Region">ISO 3166-1 alpha-2.</param>
/// <param name="Code">The country calling code.</param>
/// <param name="Trunk">What is dialled in front of a national number: 0 in most countries, 1 in North America, 8 in Russia, nothing in Spain.</param>
/// <param name="InternationalPrefix">A regular expression for what is dialled in front of a country code.</param>
/// <param name="LongestNational">The most digits that a national number has, without trunk prefix.</param>
/// <param name="HasLinesOfManyLengths">Whether fixed lines differ in length by two digits and more, so that one without its area code can look like another with it.</param>
internal sealed record RegionPlan(string Region, string Code, string Trunk, string InternationalPrefix, int LongestNational, bool HasLinesOfManyLengths)
{
    // Indonesia's operators sell 001, 007 and 01017 too; the metadata knows 008 and 009 only.
    private readonly Regex _dialled = new("^(?:" + (InternationalPrefix.Length > 0 ? InternationalPrefix : "00") + (Region == "ID" ? "|00[17]|01017" : string.Empty) + ")", RegexOptions.CultureInvariant);

    /// <summary>The international prefixes that the digits begin with: those of the region, and 00 (ITU-T E.123).</summary>
    public IEnumerable<string> PrefixesOf(string digits)
    {
        if (digits.StartsWith("00", StringComparison.Ordinal))
        {
            yield return "00";
        }

        var match = _dialled.Match(digits);
        if (match.Success && match.Value != "00")
        {
            yield return match.Value;
        }
    }
}
