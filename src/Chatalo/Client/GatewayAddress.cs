using Chatalo.Text;

namespace Chatalo.Client;

/// <summary>Checks where the keys are about to be sent.</summary>
internal static class GatewayAddress
{
    /// <exception cref="ChataloException">It is no absolute address, or plain http to another machine.</exception>
    public static Uri Check(Uri uri)
    {
        // First: no other message may show a password.
        if (uri.OriginalString.IndexOf('@') >= 0)
        {
            throw new ChataloException(ErrorKind.InvalidInput, "The base address holds a user name or password.", "Give the keys with -PublicKey and -SecretKey, and the address without them.");
        }

        if (uri.OriginalString.IndexOfAny(['?', '#']) >= 0)
        {
            throw new ChataloException(ErrorKind.InvalidInput, "The base address holds a query or a fragment (after '?' or '#').", "Give the keys with -PublicKey and -SecretKey, and the address up to …/api/v1.");
        }

        if (!uri.IsAbsoluteUri || uri.Scheme is not ("https" or "http") || uri.Host.Length == 0)
        {
            throw new ChataloException(ErrorKind.InvalidInput, $"{DisplayText.Quote(uri.OriginalString)} is not the address of a gateway.", "Give -BaseUri an address such as https://chatalo.com/api/v1.");
        }

        return uri.Scheme == "https" || uri.IsLoopback
            ? uri
            : throw new ChataloException(
                ErrorKind.InvalidInput, $"{uri.Scheme}://{uri.Authority} would carry the secret key unencrypted; only this machine may be reached by http.", "Give -BaseUri an https address.");
    }

    /// <exception cref="ChataloException">It is no address of a proxy.</exception>
    public static Uri? CheckProxy(Uri? proxy)
        => proxy is null || (proxy.IsAbsoluteUri && proxy.Host.Length > 0 && proxy.Scheme is "http" or "https" or "socks4" or "socks4a" or "socks5")
            ? proxy
            : throw new ChataloException(ErrorKind.InvalidInput, "The proxy is not an address.", "Give -Proxy an address such as http://proxy.example:3128.");

    /// <exception cref="ChataloException">No zone has that offset.</exception>
    public static TimeSpan CheckOffset(TimeSpan offset)
        => offset.Duration() <= TimeSpan.FromHours(14) && offset.Ticks % TimeSpan.TicksPerMinute == 0
            ? offset
            : throw new ChataloException(ErrorKind.InvalidInput, $"'{offset}' is not a zone's offset.", "Give -UtcOffset hours and minutes, such as 07:00.");
}
