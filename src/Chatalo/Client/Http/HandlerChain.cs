using System.Net;

namespace Chatalo.Client.Http;

/// <summary>Puts the handlers in their order: retry → pace → authenticate → log → transport.</summary>
internal static class HandlerChain
{
    public static HttpMessageHandler Create(
        GatewayOptions options, GatewayCredential credential, GatewayRateLimiter limiter, TimeProvider time, HttpMessageHandler? transport = null)
    {
        HttpMessageHandler chain = new TransportHandler(options.Timeout, time, transport ?? CreateTransport(options.Proxy));
        chain = new LogHandler(time, chain);
        chain = new AuthenticateHandler(credential, options.BaseUri, chain);
        chain = new PaceHandler(limiter, chain);
        return new RetryHandler(options.MaximumRetryCount, time, chain);
    }

    /// <summary>
    /// The pooled connections. Redirects are not followed: the keys must not travel to another address, and a POST would become a GET.
    /// </summary>
    public static HttpMessageHandler CreateTransport(Uri? proxy)
    {
        var webProxy = proxy is null ? null : new WebProxy(proxy);
#if NET8_0_OR_GREATER
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
            // No tracing headers of the host process for others to see.
            ActivityHeadersPropagator = null,
            // Shorter than common servers keep an idle connection: a send into a closed one would be an unknown outcome.
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
            // DNS changes are seen.
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            ConnectCallback = EagerStream.ConnectAsync,
        };
#else
        var handler = new HttpClientHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
        };
#endif
        if (webProxy is not null)
        {
            handler.Proxy = webProxy;
            handler.UseProxy = true;
        }

#if NET8_0_OR_GREATER
        return handler;
#else
        return new FrameworkTransport(handler);
#endif
    }
}
