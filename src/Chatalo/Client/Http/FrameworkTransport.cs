#if !NET8_0_OR_GREATER
using System.Net;

namespace Chatalo.Client.Http;

/// <summary>
/// .NET Framework's connections. It keeps their settings for each address, for the whole process, and forgets them with an address that
/// is idle for long; so they are set before each request, for the addresses that are asked and no others.
/// </summary>
internal sealed class FrameworkTransport : DelegatingHandler
{
    // More than any -ThrottleLimit, whose own lanes say how many are in use; .NET Framework's default is two.
    private const int MostConnections = 1024;

    // As on PowerShell 7: DNS changes are seen.
    private const int LifetimeMilliseconds = 120_000;

    private readonly HttpClientHandler _handler;
    private readonly IdleLimit _idle;

    public FrameworkTransport(HttpClientHandler handler, IdleLimit idle) : base(handler)
    {
        _handler = handler;
        _idle = idle;
        handler.MaxConnectionsPerServer = MostConnections;
        AllowTls12();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // Looking for a proxy may take a while, which is not the caller's thread's.
        await Task.Run(() => Prepare(request.RequestUri!), cancellationToken).ConfigureAwait(false);
        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    private void Prepare(Uri address)
    {
        var point = ServicePointManager.FindServicePoint(address, _handler.UseProxy ? _handler.Proxy ?? WebRequest.DefaultWebProxy : null);
        // The body goes with the headers, and no server is waited for in between.
        point.Expect100Continue = false;
        point.UseNagleAlgorithm = false;
        point.ConnectionLimit = MostConnections;
        point.MaxIdleTime = (int)_idle.Current.TotalMilliseconds;
        point.ConnectionLeaseTimeout = LifetimeMilliseconds;
    }

    // Adds to what the process has allowed so far. Zero is SystemDefault, which leaves it to Windows: naming one would forbid the newer.
    private static void AllowTls12()
    {
        if (ServicePointManager.SecurityProtocol != 0)
        {
            ServicePointManager.SecurityProtocol |= SecurityProtocolType.Tls12;
        }
    }
}
#endif
