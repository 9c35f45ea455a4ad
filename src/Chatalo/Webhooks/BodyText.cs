using System.Text;

namespace Chatalo.Webhooks;

/// <summary>The text of a body's bytes: UTF-8, as JSON is, unless a byte order mark says otherwise.</summary>
internal static class BodyText
{
    public static string Decode(byte[] body)
    {
        using var reader = new StreamReader(new MemoryStream(body), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }
}
