using System.Globalization;

namespace Chatalo.Client.Http;

/// <summary>Holds each request until the gateway's rate window has room, and tells the limiter what the answer said.</summary>
internal sealed class PaceHandler(GatewayRateLimiter limiter, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = (GatewayCall)request;
        using var permit = limiter.AttemptAcquire() is RatePermit { IsAcquired: true } immediate
            ? immediate
            : await WaitAsync(call, cancellationToken).ConfigureAwait(false);
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            permit.Answered((int)response.StatusCode, RateLimitHeaders.Read(response));
            return response;
        }
        catch (Exception e) when (e is TransportException { Failure: TransportFailure.NotSent } || !call.MayHaveLeft)
        {
            permit.NotSent();
            throw;
        }
    }

    private async Task<RatePermit> WaitAsync(GatewayCall call, CancellationToken cancellationToken)
    {
        if (limiter.ExpectedWait is { } wait && wait > TimeSpan.FromMilliseconds(100))
        {
            call.Context.Observer?.OnWait(wait, "the gateway's rate limit is used up");
        }

        var permit = (RatePermit)await limiter.AcquireAsync(1, cancellationToken).ConfigureAwait(false);
        return permit.IsAcquired
            ? permit
            : throw new ChataloException(
                ErrorKind.RateLimited,
                string.Format(CultureInfo.InvariantCulture, "The gateway takes no requests for the next {0:0} minutes.", limiter.ExpectedWait?.TotalMinutes));
    }
}
