using System.Globalization;
using Polly;
using Polly.Retry;

namespace Chatalo.Client.Http;

/// <summary>
/// Tries again what may be tried again, within the session's limits: any request that surely was not processed
/// (a 429, a failure before it left), and reads also after a 5xx, a time-out or a broken connection.
/// </summary>
internal sealed class RetryHandler : DelegatingHandler
{
    /// <summary>A gateway that asks for a longer wait than this is reported instead of waited for.</summary>
    internal static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan ShortestLimitWait = TimeSpan.FromMilliseconds(500);
    private static readonly ResiliencePropertyKey<GatewayCall> CallKey = new("Chatalo.Call");

    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;

    public RetryHandler(int maximumRetryCount, TimeProvider time, HttpMessageHandler inner) : base(inner)
    {
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time };
        if (maximumRetryCount > 0)
        {
            builder.AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = maximumRetryCount,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = TimeSpan.FromMilliseconds(500),
                MaxDelay = TimeSpan.FromSeconds(30),
                ShouldHandle = static args => new ValueTask<bool>(MayTryAgain(Call(args.Context), args.Outcome)),
                DelayGenerator = static args => new ValueTask<TimeSpan?>(StatedWait(args.Outcome.Result)),
                OnRetry = static args =>
                {
                    Call(args.Context).Context.Observer?.OnWait(args.RetryDelay, string.Format(
                        CultureInfo.InvariantCulture, "attempt {0} ended with {1}", args.AttemptNumber + 1, Describe(args.Outcome)));
                    args.Outcome.Result?.Dispose();
                    return default;
                },
            });
        }

        _pipeline = builder.Build();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
        context.Properties.Set(CallKey, (GatewayCall)request);
        try
        {
            return await _pipeline.ExecuteAsync(
                static (c, handler) => handler.OnceAsync(Call(c), c.CancellationToken), context, this).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private ValueTask<HttpResponseMessage> OnceAsync(GatewayCall call, CancellationToken cancellationToken)
        => new(base.SendAsync(call, cancellationToken));

    private static GatewayCall Call(ResilienceContext context)
        => context.Properties.GetValue(CallKey, null!);

    private static bool MayTryAgain(GatewayCall call, Outcome<HttpResponseMessage> outcome)
    {
        if (outcome.Exception is { } exception)
        {
            return exception is TransportException { Failure: var failure }
                && (failure == TransportFailure.NotSent || (call.Kind == RequestKind.Read && failure != TransportFailure.Unreadable));
        }

        var status = (int)outcome.Result!.StatusCode;
        return (status == 429 || (call.Kind == RequestKind.Read && status >= 500))
            && !(StatedWait(outcome.Result) > LongestWait);
    }

    // Retry-After is rounded down to whole seconds by Laravel: 0 means "within this second".
    private static TimeSpan? StatedWait(HttpResponseMessage? response)
    {
        if (response is null)
        {
            return null;
        }

        var stated = RateLimitHeaders.Read(response).RetryAfter;
        return (int)response.StatusCode == 429 && stated < ShortestLimitWait ? ShortestLimitWait : stated;
    }

    private static string Describe(Outcome<HttpResponseMessage> outcome) => outcome.Exception is { } exception
        ? exception.Message
        : string.Format(CultureInfo.InvariantCulture, "{0} ({1})", (int)outcome.Result!.StatusCode, outcome.Result.StatusCode);
}
