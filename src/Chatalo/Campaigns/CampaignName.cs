using System.Globalization;
using System.Text;
using Chatalo.Campaigns.Stores;
using Chatalo.Contacts;

namespace Chatalo.Campaigns;

/// <summary>Names that look the same are one campaign's: case, white space around and between words, invisible characters and the form of accents do not count.</summary>
internal static class CampaignName
{
    // They change how the letters beside them look (Persian, emoji).
    private const char NonJoiner = '\u200C';
    private const char Joiner = '\u200D';

    /// <summary>The name as it is recorded: one space between words, none around, no invisible characters, in Unicode's form NFC.</summary>
    public static string Clean(string name)
    {
        var clean = new StringBuilder(name.Length);
        var isApart = false;
        foreach (var c in StorableText.Of(name)!)
        {
            if (char.IsWhiteSpace(c))
            {
                isApart = true;
            }
            else if (c is NonJoiner or Joiner || CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.Format or UnicodeCategory.Control))
            {
                clean.Append(isApart && clean.Length > 0 ? " " : "").Append(c);
                isApart = false;
            }
        }

        return UnicodeText.Normalize(clean.ToString(), NormalizationForm.FormC);
    }

    /// <summary>What names that look the same share.</summary>
    public static string Key(string name) => Clean(name).ToUpperInvariant();

    /// <summary>The key that versions up to 0.1.0 gave a name, which stores of theirs still hold.</summary>
    public static string OldKey(string name) => name.ToUpperInvariant();
}
