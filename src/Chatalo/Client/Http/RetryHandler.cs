using System.Runtime.CompilerServices;

namespace Chatalo.Client.Http;

/// <summary>
/// Tries again what may be tried again, within the session's limits: any request that surely was not processed
/// (a 429, a failure before it left), and reads also after a 5xx or a 408, a time-out or a broken connection.
/// </summary>
internal sealed class RetryHandler(int maximumRetryCount, TimeProvider time, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>A gateway that asks for a longer wait than this is reported instead of waited for.</summary>
    internal static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    // Made, and Polly loaded, when something first has to be tried again.
    private Retries? _retries;

    // Nobody waits for another attempt once the session is closed; an attempt that is under way ends by itself.
    private readonly CancellationTokenSource _closed = new();

    /// <summary>
    /// Whether the request may be made again after such an answer. HTTP's status alone decides: a <c>meta.code</c> in a good answer was
    /// written by a gateway that did work on the request, and is reported.
    /// </summary>
    public static bool MayTryAgain(GatewayCall call, HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        return (status == 429 || (call.Kind == RequestKind.Read && StatusMeaning.IsPassing(status))) && !(RateLimitHeaders.Read(response).RetryAfter > LongestWait);
    }

    /// <summary>Whether the request may be made again after such a failure.</summary>
    public static bool MayTryAgain(GatewayCall call, Exception failure)
        => failure is TransportException { Failure: var how }
            && (how == TransportFailure.NotSent || (call.Kind == RequestKind.Read && how != TransportFailure.Unreadable));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = (GatewayCall)request;
        Task<HttpResponseMessage> first;
        try
        {
            first = base.SendAsync(call, cancellationToken);
            var response = await first.ConfigureAwait(false);
            if (maximumRetryCount == 0 || !MayTryAgain(call, response))
            {
                return response;
            }
        }
        catch (TransportException e) when (maximumRetryCount > 0 && MayTryAgain(call, e))
        {
            first = Task.FromException<HttpResponseMessage>(e);
        }

        return await TryAgainAsync(call, first, cancellationToken).ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _closed.Cancel();
        }

        base.Dispose(disposing);
    }

    // A method of its own: whatever names Retries loads Polly when it is compiled.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task<HttpResponseMessage> TryAgainAsync(GatewayCall call, Task<HttpResponseMessage> first, CancellationToken cancellationToken)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closed.Token);
        var retries = LazyInitializer.EnsureInitialized(ref _retries, () => new Retries(maximumRetryCount, time))!;
        return await retries.GoOnAsync(call, first, (again, _) => base.SendAsync(again, cancellationToken), waiting.Token).ConfigureAwait(false);
    }
}
