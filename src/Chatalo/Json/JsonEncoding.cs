using System.Text;

namespace Chatalo.Json;

/// <summary>
/// Makes the text of a JSON document readable before it is parsed. System.Text.Json lets bad UTF-8 and half surrogate pairs pass
/// when it parses, and throws when such a name or string is looked at; names cut off in the middle of an emoji do come.
/// </summary>
internal static class JsonEncoding
{
    // \uXXXX
    private const int EscapeLength = 6;

    /// <summary>The document without its byte order mark; what cannot be shown becomes U+FFFD, in place where it fits.</summary>
    public static ReadOnlyMemory<byte> Mend(byte[] json)
    {
        // PHP files saved with a byte order mark put it in front of every answer.
        var start = json.Length >= 3 && json[0] == 0xEF && json[1] == 0xBB && json[2] == 0xBF ? 3 : 0;
        if (!IsUtf8(json))
        {
            json = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json, start, json.Length - start));
            start = 0;
        }

        MendSurrogates(json);
        return json.AsMemory(start);
    }

    private static bool IsUtf8(byte[] bytes)
    {
#if NET8_0_OR_GREATER
        return System.Text.Unicode.Utf8.IsValid(bytes);
#else
        try
        {
            new UTF8Encoding(false, throwOnInvalidBytes: true).GetCharCount(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
#endif
    }

    private static void MendSurrogates(Span<byte> json)
    {
        for (int at; (at = json.IndexOf((byte)'\\')) >= 0;)
        {
            json = json.Slice(at);
            var length = json.Length >= 2 && json[1] == (byte)'u' ? EscapeLength : 2;
            if (Escaped(json) is { } first && char.IsSurrogate(first))
            {
                if (char.IsHighSurrogate(first) && Escaped(json.Slice(EscapeLength)) is { } second && char.IsLowSurrogate(second))
                {
                    length = 2 * EscapeLength;
                }
                else
                {
                    "FFFD"u8.CopyTo(json.Slice(2));
                }
            }

            json = json.Slice(Math.Min(length, json.Length));
        }
    }

    /// <summary>The UTF-16 unit that is escaped here; null where there is no such escape.</summary>
    private static char? Escaped(ReadOnlySpan<byte> json)
    {
        if (json.Length < EscapeLength || json[0] != (byte)'\\' || json[1] != (byte)'u')
        {
            return null;
        }

        var unit = 0;
        foreach (var digit in json.Slice(2, 4))
        {
            var value = digit switch
            {
                >= (byte)'0' and <= (byte)'9' => digit - '0',
                >= (byte)'a' and <= (byte)'f' => digit - 'a' + 10,
                >= (byte)'A' and <= (byte)'F' => digit - 'A' + 10,
                _ => -1,
            };
            if (value < 0)
            {
                return null;
            }

            unit = (unit << 4) | value;
        }

        return (char)unit;
    }
}
