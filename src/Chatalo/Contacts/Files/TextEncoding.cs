using System.Text;

namespace Chatalo.Contacts.Files;

/// <summary>Finds the encoding of a text file.</summary>
internal static class TextEncoding
{
    /// <summary>The encoding by the first bytes: UTF-16 also without byte order mark; null for UTF-8 with Windows-1252 where bytes are not UTF-8.</summary>
    public static Encoding? Find(byte[] head)
    {
        if (HasMark(head))
        {
            return null;
        }

        // Latin letters, digits and delimiters have a zero byte each in UTF-16. In the bytes of other texts there are none.
        var even = 0;
        var odd = 0;
        for (var i = 0; i + 1 < head.Length; i += 2)
        {
            even += head[i] == 0 ? 1 : 0;
            odd += head[i + 1] == 0 ? 1 : 0;
        }

        var pairs = head.Length / 2;
        return pairs < 4 || Math.Abs(even - odd) < pairs / 4 || Math.Min(even, odd) > pairs / 20 ? null
            : odd > even ? Encoding.Unicode
            : Encoding.BigEndianUnicode;
    }

    private static bool HasMark(byte[] head) => head.Length > 1 && ((head[0] == 0xFF && head[1] == 0xFE) || (head[0] == 0xFE && head[1] == 0xFF) || (head[0] == 0xEF && head[1] == 0xBB));
}
