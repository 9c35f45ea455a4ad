namespace Chatalo.Contacts;

/// <summary>
/// Numbers as they leave the module: <c>+</c> and digits (ITU-T E.164), so that nobody reads them as a national number. The gateway and the
/// stores have the digits alone; both name only international numbers.
/// </summary>
internal static class E164
{
    // ITU-T E.164 section 6.2.1: at most 15 digits. What is longer is an id of WhatsApp.
    private const int LongestNumber = 15;

    private static readonly string[] PersonSuffixes = ["@c.us", "@s.whatsapp.net"];

    /// <summary>
    /// What the gateway or a store names, as it leaves the module: <c>+</c> and digits for a number and for the WhatsApp id (JID) of a person.
    /// Everything else, such as a group or a hidden id (LID), stays as it is.
    /// </summary>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
    public static string? Format(string? text)
    {
        if (text is null || text.Length == 0)
        {
            return text;
        }

        if (IsNumber(text, 0))
        {
            return "+" + text;
        }

        // A number that a PHP program has as a float is written with a fraction of zero; some programs write the plus and blanks.
        var number = WithoutSuffix(text.Trim());
        var start = number.StartsWith("+", StringComparison.Ordinal) ? 1 : 0;
        return IsNumber(number, start) ? "+" + number.Substring(start) : text;
    }

    /// <summary>Reads <c>+</c> and digits, exactly as <see cref="Format"/> writes them.</summary>
    /// <param name="text">The text; anything at all.</param>
    /// <param name="digits">The digits without plus, as the gateway wants them.</param>
    public static bool TryRead(string? text, out string digits)
    {
        var isNumber = text is { Length: > 1 } && text[0] == '+' && IsNumber(text, 1);
        digits = isNumber ? text!.Substring(1) : string.Empty;
        return isNumber;
    }

    /// <summary>The digits alone of what <see cref="Format"/> wrote; what is not a number stays as it is.</summary>
    public static string ToGateway(string text) => TryRead(text, out var digits) ? digits : text;

    private static string WithoutSuffix(string text)
    {
        foreach (var suffix in PersonSuffixes)
        {
            if (text.EndsWith(suffix, StringComparison.OrdinalIgnoreCase))
            {
                // A colon separates the number from one of its linked devices.
                return text.Substring(0, text.Length - suffix.Length).Split(':')[0];
            }
        }

        return text.EndsWith(".0", StringComparison.Ordinal) ? text.Substring(0, text.Length - 2) : text;
    }

    // No country code begins with a zero.
    private static bool IsNumber(string text, int start)
    {
        var length = text.Length - start;
        if (length is < 1 or > LongestNumber || text[start] == '0')
        {
            return false;
        }

        for (var i = start; i < text.Length; i++)
        {
            if (text[i] is < '0' or > '9')
            {
                return false;
            }
        }

        return true;
    }
}
