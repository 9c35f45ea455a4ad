using System.Threading.RateLimiting;

namespace Chatalo.Client.Http;

/// <summary>Holds each request until the gateway's rate window has room, and tells the limiter what the answer said.</summary>
internal sealed class PaceHandler(GatewayRateLimiter limiter, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var lease = limiter.AttemptAcquire() is { IsAcquired: true } immediate
            ? immediate
            : await WaitAsync((GatewayCall)request, cancellationToken).ConfigureAwait(false);
        var permit = (GatewayRateLimiter.Permit)lease;
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        limiter.Report(permit, (int)response.StatusCode, RateLimitHeaders.Read(response));
        return response;
    }

    private async Task<RateLimitLease> WaitAsync(GatewayCall call, CancellationToken cancellationToken)
    {
        if (limiter.ExpectedWait is { } wait && wait > TimeSpan.FromMilliseconds(100))
        {
            call.Context.Observer?.OnWait(wait, "the gateway's rate limit is used up");
        }

        return await limiter.AcquireAsync(1, cancellationToken).ConfigureAwait(false);
    }
}
