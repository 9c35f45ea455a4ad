using System.Threading.RateLimiting;

namespace Chatalo.Client.Http;

/// <summary>Leave to make one request, or the refusal of it. Say what became of the request, then dispose it.</summary>
internal sealed class RatePermit(GatewayRateLimiter? limiter, RateTicket? ticket) : RateLimitLease
{
    /// <summary>There is no leave now.</summary>
    internal static readonly RatePermit Refused = new(null, null);

    private int _told;

    /// <inheritdoc />
    public override bool IsAcquired => ticket is not null;

    /// <inheritdoc />
    public override IEnumerable<string> MetadataNames => [];

    /// <summary>An answer came.</summary>
    public void Answered(int statusCode, RateLimitHeaders headers) => Tell((window, now) => window.Answered(ticket!, now, statusCode, headers));

    /// <summary>The request never left.</summary>
    public void NotSent() => Tell((window, _) => window.NotSent(ticket!));

    /// <inheritdoc />
    public override bool TryGetMetadata(string metadataName, out object? metadata)
    {
        metadata = null;
        return false;
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing) => Tell((window, _) => window.Lost(ticket!));

    // Once: what became of a request does not change.
    private void Tell(Action<RateWindow, TimeSpan> what)
    {
        if (ticket is not null && Interlocked.Exchange(ref _told, 1) == 0)
        {
            limiter!.Tell(what);
        }
    }
}
