using System.Net;
using System.Security.Cryptography;
using Chatalo.Text;

namespace Chatalo.Webhooks;

/// <summary>Where a listener listens, and the path that only those know who were told.</summary>
internal sealed class ListenerAddress
{
    private const int TokenBytes = 18;
    private const int LongestToken = 128;

    private readonly string _host;

    private ListenerAddress(IPEndPoint endPoint, string host, string path)
    {
        EndPoint = endPoint;
        _host = host;
        Path = path;
    }

    /// <summary>The address and port to bind; port 0 lets the system choose a free one.</summary>
    public IPEndPoint EndPoint { get; }

    /// <summary>The path with the token, as it stands in a request.</summary>
    public string Path { get; }

    /// <param name="port">On this machine only; 0 lets the system choose a free one.</param>
    /// <param name="token">The last part of the path; null makes a random one.</param>
    /// <exception cref="ChataloException">The token is none.</exception>
    public static ListenerAddress OnLoopback(int port, string? token)
        => new(new IPEndPoint(IPAddress.Loopback, port), IPAddress.Loopback.ToString(), "/" + Check(token));

    /// <param name="prefix">Such as <c>http://+:8080/whatsapp/</c>; <c>+</c> and <c>*</c> are all addresses of this machine.</param>
    /// <param name="token">The last part of the path; null makes a random one.</param>
    /// <exception cref="ChataloException">The prefix or the token is none.</exception>
    public static ListenerAddress OnPrefix(string prefix, string? token)
    {
        const string AnyHost = "any.invalid";
        var plain = prefix.Replace("://+", "://" + AnyHost).Replace("://*", "://" + AnyHost);
        if (!Uri.TryCreate(plain, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.Query.Length > 0 || uri.Fragment.Length > 0 || uri.UserInfo.Length > 0)
        {
            throw new ChataloException(ErrorKind.InvalidInput, $"{DisplayText.Quote(prefix)} is not a prefix to listen on.", "Give -Prefix an address such as http://+:8080/whatsapp/.");
        }

        if (uri.Scheme == "https")
        {
            throw new ChataloException(
                ErrorKind.InvalidInput, "This listener speaks no TLS.", "Give an http prefix, and let a reverse proxy or a tunnel in front of it speak https.");
        }

        var path = uri.AbsolutePath.TrimEnd('/') + "/" + Check(token);
        if (uri.Host == AnyHost)
        {
            return new ListenerAddress(new IPEndPoint(IPAddress.Any, uri.Port), Dns.GetHostName(), path);
        }

        var address = uri.Host == "localhost" ? IPAddress.Loopback
            : IPAddress.TryParse(uri.DnsSafeHost, out var parsed) ? parsed
            : throw new ChataloException(
                ErrorKind.InvalidInput, $"{DisplayText.Quote(uri.Host)} is not an address of this machine.", "Give an IP address of this machine, localhost, or + for all of them.");
        return new ListenerAddress(new IPEndPoint(address, uri.Port), uri.Host, path);
    }

    /// <summary>What to tell the gateway, or the tunnel in front of it.</summary>
    public Uri ToUri(int port) => new UriBuilder("http", _host, port, Path).Uri;

    private static string Check(string? token)
    {
        if (token is null)
        {
            return CreateToken();
        }

        return token.Length is > 0 and <= LongestToken && token is not ("." or "..") && token.All(IsTokenCharacter)
            ? token
            : throw new ChataloException(
                ErrorKind.InvalidInput, "The token is not a part of a path.", $"Give -Token 1 to {LongestToken} letters, digits, dashes, dots or underscores; the longer the better.");
    }

    private static bool IsTokenCharacter(char c)
        => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '.' or '_' or '~';

    private static string CreateToken()
    {
        var bytes = new byte[TokenBytes];
        using var random = RandomNumberGenerator.Create();
        random.GetBytes(bytes);
        return Convert.ToBase64String(bytes).Replace('+', '-').Replace('/', '_');
    }
}
