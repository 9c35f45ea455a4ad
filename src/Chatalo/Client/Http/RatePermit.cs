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
    public void Answered(int statusCode, RateLimitHeaders headers)
        => Tell((window, leave, now) =>
        {
            if (statusCode == 429)
            {
                window.Refused(leave, now, headers);
            }
            else
            {
                window.Answered(leave, now, statusCode, headers);
            }
        });

    /// <summary>The request never left.</summary>
    public void NotSent() => Tell(static (window, leave, _) => window.NotSent(leave));

    /// <inheritdoc />
    public override bool TryGetMetadata(string metadataName, out object? metadata)
    {
        metadata = null;
        return false;
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing) => Tell(static (window, leave, _) => window.Lost(leave));

    private void Tell(Action<RateWindow, RateTicket, TimeSpan> what)
    {
        if (ticket is not null && Interlocked.Exchange(ref _told, 1) == 0)
        {
            limiter!.Tell((window, now) => what(window, ticket, now));
        }
    }
}
