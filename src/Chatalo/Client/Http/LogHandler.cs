namespace Chatalo.Client.Http;

/// <summary>Tells the call's observer of each exchange, from the allow-list of <see cref="ExchangeRecord"/>.</summary>
internal sealed class LogHandler(TimeProvider time, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        => request is GatewayCall { Context.Observer: { } observer }
            ? ObservedAsync(request, observer, cancellationToken)
            : base.SendAsync(request, cancellationToken);

    private async Task<HttpResponseMessage> ObservedAsync(HttpRequestMessage request, ICallObserver observer, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        int? status = null;
        int? remaining = null;
        string? failure = "stopped";
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            status = (int)response.StatusCode;
            remaining = RateLimitHeaders.Read(response).Remaining;
            return response;
        }
        catch (TransportException e)
        {
            failure = e.Message;
            throw;
        }
        finally
        {
            // The path holds ids at most; the query holds page numbers and filters, and is left out.
            observer.OnExchange(new ExchangeRecord(
                request.Method.Method, request.RequestUri!.AbsolutePath, status, failure, time.GetElapsedTime(start), remaining));
        }
    }
}
