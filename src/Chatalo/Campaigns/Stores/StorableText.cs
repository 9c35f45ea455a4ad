using System.Text;

namespace Chatalo.Campaigns.Stores;

/// <summary>Texts as every database can keep them: PostgreSQL takes no NUL, and no half of a character, which a list cut at a width may end with.</summary>
internal static class StorableText
{
    /// <summary>The text without NULs, and with U+FFFD for halves of characters, as it would be sent.</summary>
    public static string? Of(string? text)
        => text is null || !text.Any(static c => c == '\0' || char.IsSurrogate(c))
            ? text
            : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace("\0", "");
}
