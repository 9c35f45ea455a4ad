using System.Net;

namespace Chatalo.Client.Http;

/// <summary>Puts the handlers in their order: retry → pace → authenticate → log → transport.</summary>
internal static class HandlerChain
{
    public static HttpMessageHandler Create(
        GatewayOptions options, GatewayCredential credential, GatewayRateLimiter limiter, TimeProvider time, HttpMessageHandler? transport = null)
    {
        var idle = new IdleLimit(time);
        transport ??= CreateTransport(options.BaseUri, options.Proxy, time, idle);
        HttpMessageHandler chain = new TransportHandler(options.Timeout, time, idle, transport);
        chain = new LogHandler(time, chain);
        chain = new AuthenticateHandler(credential, options.BaseUri, chain);
        chain = new PaceHandler(limiter, chain);
        return new RetryHandler(options.MaximumRetryCount, time, chain);
    }

    /// <summary>
    /// The pooled connections to one host. Redirects are not followed: the keys must not travel to another address, and a POST would become a GET.
    /// </summary>
    /// <param name="target">The host. This machine itself is never asked by way of a proxy: the request would leave it, with the keys in clear text.</param>
    /// <param name="proxy">The proxy for all others, with its user and password; null for that of the environment or of Windows.</param>
    /// <param name="time">The clock of the connections.</param>
    /// <param name="idle">How long a connection may be idle.</param>
    public static HttpMessageHandler CreateTransport(Uri target, Uri? proxy, TimeProvider time, IdleLimit? idle = null)
    {
        idle ??= new IdleLimit(time);
#if NET8_0_OR_GREATER
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            // The body is unpacked by BodyStream, which sees one that was cut off.
            AutomaticDecompression = DecompressionMethods.None,
            // No tracing headers of the host process for others to see.
            ActivityHeadersPropagator = null,
            // PooledStream says for each connection whether it may still be used; this one only tidies up.
            PooledConnectionIdleTimeout = IdleLimit.Longest,
            // DNS changes are seen.
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            ConnectCallback = EagerStream.ConnectAsync,
            PlaintextStreamFilter = (context, _) => new ValueTask<Stream>(new PooledStream(context.PlaintextStream, idle, time)),
        };
#else
        var handler = new HttpClientHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
        };
#endif
        if (target.IsLoopback)
        {
            handler.UseProxy = false;
        }
        else if (proxy is not null)
        {
            handler.Proxy = CreateProxy(proxy);
            handler.UseProxy = true;
        }

#if NET8_0_OR_GREATER
        return handler;
#else
        return new FrameworkTransport(handler, idle);
#endif
    }

    // .NET does not read the user and password in the address of a proxy that it is handed.
    private static WebProxy CreateProxy(Uri proxy)
    {
        if (proxy.UserInfo.Length == 0)
        {
            return new WebProxy(proxy);
        }

        var parts = proxy.UserInfo.Split([':'], 2);
        return new WebProxy(new UriBuilder(proxy) { UserName = "", Password = "" }.Uri)
        {
            Credentials = new NetworkCredential(Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts.Length > 1 ? parts[1] : "")),
        };
    }
}
