using System.Diagnostics.CodeAnalysis;

namespace Chatalo.Qr;

/// <summary>A file inside a text: <c>data:image/png;base64,iVBOR…</c> (RFC 2397, with base64 only).</summary>
internal static class DataUri
{
    private const string Scheme = "data:";

    // RFC 2397 gives this to a URI that names no type.
    private const string TypeWhenUnnamed = "text/plain";

    /// <summary>Takes the bytes out; never throws.</summary>
    /// <param name="text">What the gateway sent.</param>
    /// <param name="bytes">The file, when it was one.</param>
    /// <param name="contentType">Its type in lower case, without parameters.</param>
    /// <param name="reason">A sentence why not.</param>
    public static bool TryParse(
        string? text,
        [NotNullWhen(true)] out byte[]? bytes,
        [NotNullWhen(true)] out string? contentType,
        [NotNullWhen(false)] out string? reason)
    {
        (bytes, contentType, reason) = (null, null, null);
        var trimmed = (text ?? "").Trim();
        if (trimmed.Length == 0)
        {
            reason = "The gateway sent no picture.";
            return false;
        }

        var comma = trimmed.IndexOf(',');
        if (!trimmed.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || comma < 0)
        {
            reason = "What the gateway sent is not a data URI.";
            return false;
        }

        var parts = trimmed.Substring(Scheme.Length, comma - Scheme.Length).Split(';');
        if (!parts.Skip(1).Any(p => p.Trim().Equals("base64", StringComparison.OrdinalIgnoreCase)))
        {
            reason = "The gateway's data URI is not in base64.";
            return false;
        }

        try
        {
            var data = trimmed.Substring(comma + 1);
            bytes = Convert.FromBase64String(data.IndexOf('%') < 0 ? data : Uri.UnescapeDataString(data));
        }
        catch (FormatException)
        {
            reason = "The gateway's data URI has broken base64.";
            return false;
        }

        var type = parts[0].Trim().ToLowerInvariant();
        contentType = type.Length == 0 ? TypeWhenUnnamed : type;
        return true;
    }
}
