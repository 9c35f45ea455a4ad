using System.Globalization;
using Polly;
using Polly.Retry;

namespace Chatalo.Client.Http;

/// <summary>The further attempts at a request, with growing waits or those that the gateway asks for.</summary>
internal sealed class Retries
{
    private static readonly TimeSpan ShortestLimitWait = TimeSpan.FromMilliseconds(500);
    private static readonly ResiliencePropertyKey<GatewayCall> CallKey = new("Chatalo.Call");

    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;

    public Retries(int maximumRetryCount, TimeProvider time) => _pipeline = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
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
        })
        .Build();

    /// <summary>Goes on after a first attempt that may be repeated.</summary>
    /// <param name="call">The request.</param>
    /// <param name="first">How the first attempt ended.</param>
    /// <param name="send">Makes the request once more.</param>
    /// <param name="cancellationToken">Ends it all.</param>
    public async Task<HttpResponseMessage> GoOnAsync(
        GatewayCall call, Task<HttpResponseMessage> first, Func<GatewayCall, CancellationToken, Task<HttpResponseMessage>> send,
        CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
        context.Properties.Set(CallKey, call);
        Task<HttpResponseMessage>? ended = first;
        try
        {
            return await _pipeline.ExecuteAsync(
                c => new ValueTask<HttpResponseMessage>(Interlocked.Exchange(ref ended, null) ?? send(call, c.CancellationToken)), context).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static GatewayCall Call(ResilienceContext context) => context.Properties.GetValue(CallKey, null!);

    private static bool MayTryAgain(GatewayCall call, Outcome<HttpResponseMessage> outcome) => outcome.Exception is { } exception
        ? RetryHandler.MayTryAgain(call, exception)
        : RetryHandler.MayTryAgain(call, outcome.Result!);

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
