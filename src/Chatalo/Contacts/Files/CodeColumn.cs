using System.Text.RegularExpressions;

namespace Chatalo.Contacts.Files;

/// <summary>A column of codes of some kind, whose cells may be country calling codes.</summary>
/// <param name="Index">The column's place.</param>
/// <param name="IsShort">Whether the header is CC, which is written above bare digits too, but also above names of mail.</param>
internal sealed record CodeColumn(int Index, bool IsShort)
{
    /// <summary>The folded header of a column of country codes that has another use in lists for mail.</summary>
    public const string ShortName = "cc";

    private static readonly Regex Written = new(@"^\(?(?:\+|00)(?<code>[1-9]\d{0,2})\)?$", RegexOptions.CultureInvariant);
    private static readonly Regex Bare = new(@"^(?<code>[1-9]\d{0,2})$", RegexOptions.CultureInvariant);

    /// <summary>The code that a cell is written as, without plus; null where it is another code.</summary>
    public string? Read(string cell)
    {
        var match = Written.Match(cell.Trim());
        match = match.Success || !IsShort ? match : Bare.Match(cell.Trim());
        return match.Success && CallingCodes.RegionOf(match.Groups["code"].Value) is not null ? match.Groups["code"].Value : null;
    }
}
