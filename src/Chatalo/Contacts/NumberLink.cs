namespace Chatalo.Contacts;

/// <summary>A number taken out of the link or the WhatsApp id (JID) it came in.</summary>
/// <param name="Text">What is left to read.</param>
/// <param name="IsInternational">Whether that kind of address always begins with a country code.</param>
/// <param name="Refusal">Why this address holds no phone number: the rest of a sentence after the input; null when it may.</param>
internal readonly record struct NumberLink(string Text, bool IsInternational, string? Refusal)
{
    private const string GroupHint = "is a group, not a phone number; send to it with -GroupId.";

    private static readonly string[] DiallingSchemes = ["tel:", "callto:", "sms:", "whatsapp:"];

    public static NumberLink Unwrap(string text)
    {
        text = TrimUnseen(text);
        if (text.IndexOf('@') is var at and >= 0)
        {
            return FromJid(text.Substring(0, at), text.Substring(at + 1).TrimEnd().ToLowerInvariant());
        }

        if (IsGroupId(text))
        {
            return new NumberLink(text, true, GroupHint);
        }

        if (FromLink(text) is { } link)
        {
            return link;
        }

        foreach (var scheme in DiallingSchemes)
        {
            if (text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            {
                return FromUri(text, text.Substring(scheme.Length).TrimStart('/'));
            }
        }

        return new NumberLink(text, false, null);
    }

    private static NumberLink FromJid(string user, string server) => server switch
    {
        // A colon separates the number from one of its linked devices.
        "c.us" or "s.whatsapp.net" => new NumberLink(Until(user, ':', '?'), true, null),
        "g.us" => new NumberLink(user, true, GroupHint),
        "lid" or "hosted.lid" => new NumberLink(user, true, "is WhatsApp's hidden id (LID) of a person, not a phone number; give the number itself."),
        "broadcast" or "newsletter" => new NumberLink(user, true, "is a broadcast or a channel, not a phone number; give the number of a person."),
        _ => new NumberLink(user, true, "looks like an e-mail address, not a phone number; check which column holds the number."),
    };

    private static NumberLink FromUri(string text, string rest)
    {
        // RFC 3966 puts parameters such as an extension behind a semicolon: ;name=value.
        var number = Until(rest, '?');
        var parameter = number.IndexOf(';');
        if (parameter < 0 || parameter + 1 >= number.Length || !char.IsLetter(number[parameter + 1]) || number.IndexOf('=', parameter) < 0)
        {
            return new NumberLink(number, false, null);
        }

        return number.IndexOf("ext=", parameter, StringComparison.OrdinalIgnoreCase) >= 0 ? new NumberLink(text, false, Refusals.Extension)
            : number.IndexOf("phone-context=", parameter, StringComparison.OrdinalIgnoreCase) >= 0
            ? new NumberLink(text, false, "is a local number of another place (phone-context); write it with + and country code.")
            : new NumberLink(number.Substring(0, parameter), false, null);
    }

    private static NumberLink? FromLink(string text)
    {
        if (text.IndexOf("chat.whatsapp.com/", StringComparison.OrdinalIgnoreCase) >= 0)
        {
            return new NumberLink(text, true, "is an invitation to a group, not a phone number; send to the group with -GroupId.");
        }

        var number = After(text, "wa.me/")
            ?? (text.IndexOf("whatsapp", StringComparison.OrdinalIgnoreCase) >= 0 ? After(text, "phone=") : null);
        if (number is null)
        {
            return text.IndexOf("://", StringComparison.Ordinal) < 0
                ? null
                : new NumberLink(text, true, "is a link without a phone number; give the number itself.");
        }

        var link = Until(number, '?', '&', '#', '/');
        var before = text.IndexOf("wa.me/", StringComparison.OrdinalIgnoreCase) is var at and > 0 ? text.Substring(0, at) : string.Empty;
        var behind = number;
        number = link.Replace("%2B", "+").Replace("%2b", "+").Replace("%20", " ");
        return number.Any(char.IsLetter) ? new NumberLink(text, true, "is a link without a phone number; give the number itself.")
            : before.Any(char.IsDigit) || HasDigitsBehind(behind, link.Length) ? new NumberLink(text, true, Refusals.SeveralNumbers)
            : new NumberLink(number, true, null);
    }

    // Behind a slash nothing but the end of the link; what follows a question mark is the text of the chat.
    private static bool HasDigitsBehind(string number, int end) => end < number.Length && number[end] == '/' && number.Substring(end).Any(char.IsDigit);

    // New group ids are 18 digits from 120363…; old ones are the creator's number, a dash and the time of creation in Unix seconds.
    private static bool IsGroupId(string text)
    {
        var dash = text.IndexOf('-');
        if (dash < 0)
        {
            return text.Length >= 17 && text.StartsWith("1203", StringComparison.Ordinal) && text.All(IsAsciiDigit);
        }

        return dash is >= 9 and <= 15 && text.Length == dash + 11 && text[dash + 1] == '1'
            && text.Where((c, i) => i != dash).All(IsAsciiDigit);
    }

    private static bool IsAsciiDigit(char c) => c is >= '0' and <= '9';

    private static string TrimUnseen(string text) => text.Trim().Trim('\uFEFF', '\u200B', '\u200E', '\u200F', '\u202A', '\u202C', '\u2066', '\u2069').Trim();

    private static string? After(string text, string marker)
    {
        var at = text.IndexOf(marker, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? null : text.Substring(at + marker.Length);
    }

    private static string Until(string text, params char[] marks)
    {
        var at = text.IndexOfAny(marks);
        return at < 0 ? text : text.Substring(0, at);
    }
}
