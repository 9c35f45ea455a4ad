using Chatalo.Client.Http;
using Chatalo.Json;

namespace Chatalo.Client;

/// <summary>
/// The one way to the gateway: makes the request, reads the answer, and turns everything else into a
/// <see cref="ChataloException"/>. Thread-safe; one for each session.
/// </summary>
internal sealed class GatewayClient : IDisposable
{
    private static readonly HttpMethod Patch = new("PATCH");

    private readonly HttpMessageInvoker _http;
    private readonly string _base;
    private readonly GatewayCredential _credential;
    private volatile bool _isClosed;

    public GatewayClient(GatewayOptions options, GatewayCredential credential, TimeProvider? time = null, HttpMessageHandler? transport = null)
    {
        Options = options;
        _credential = credential;
        time ??= TimeProvider.System;
        Limiter = new GatewayRateLimiter(options.RateWindow, time);
        _base = options.BaseUri.GetLeftPart(UriPartial.Path).TrimEnd('/');
        _http = new HttpMessageInvoker(HandlerChain.Create(options, credential, Limiter, time, transport));
    }

    public GatewayOptions Options { get; }

    public GatewayRateLimiter Limiter { get; }

    public Task<T> GetAsync<T>(string path, Func<JsonFields, T> read, CallContext context)
        => ObjectAsync(NewCall(HttpMethod.Get, path, RequestKind.Read, null, context), read);

    public Task<T> PostAsync<T>(string path, RequestKind kind, JsonBody body, Func<JsonFields, T> read, CallContext context)
        => ObjectAsync(NewCall(HttpMethod.Post, path, kind, body, context), read);

    /// <summary>The same, where the gateway's own words belong to the answer.</summary>
    public Task<T> PostAsync<T>(string path, RequestKind kind, JsonBody body, Func<JsonFields, string?, T> read, CallContext context)
        => ObjectAsync(NewCall(HttpMethod.Post, path, kind, body, context), (fields, answer) => read(fields, answer.Message));

    public Task<T> PatchAsync<T>(string path, JsonBody body, Func<JsonFields, T> read, CallContext context)
        => ObjectAsync(NewCall(Patch, path, RequestKind.Change, body, context), read);

    public Task<T> DeleteAsync<T>(string path, Func<JsonFields, T> read, CallContext context)
        => ObjectAsync(NewCall(HttpMethod.Delete, path, RequestKind.Change, null, context), read);

    /// <summary>One page of a list, by GET or (with a body) by POST.</summary>
    public async Task<Page<T>> ListAsync<T>(string path, JsonBody? body, Func<JsonFields, T> read, CallContext context)
    {
        using var call = NewCall(body is null ? HttpMethod.Get : HttpMethod.Post, path, RequestKind.Read, body, context);
        using var answer = await AnswerAsync(call).ConfigureAwait(false);
        return answer.TryReadList(read, out var items)
            ? new Page<T>(items, answer.Pagination)
            : throw GatewayErrors.Unreadable(200, $"{call.RequestUri!.AbsolutePath} was answered without a list in data ({answer.Describe()})", call);
    }

    /// <summary>The answer's body as it comes, for media; the caller disposes it.</summary>
    public async Task<HttpResponseMessage> DownloadAsync(string path, JsonBody body, CallContext context)
    {
        using var call = NewCall(HttpMethod.Post, path, RequestKind.Read, body, context, streamsBody: true);
        var response = await ExchangeAsync(call).ConfigureAwait(false);
        if (call.IsStreamed(response))
        {
            return response;
        }

        using (response)
        {
            using var answer = Read(response);
            var status = answer.EffectiveStatus((int)response.StatusCode);
            throw status >= 300
                ? GatewayErrors.FromAnswer(status, answer, call)
                : GatewayErrors.Unreadable(status, $"{call.RequestUri!.AbsolutePath} was answered with {answer.Describe()} instead of media", call);
        }
    }

    public void Dispose()
    {
        _isClosed = true;
        _http.Dispose();
        Limiter.Dispose();
    }

    private GatewayCall NewCall(HttpMethod method, string path, RequestKind kind, JsonBody? body, CallContext context, bool streamsBody = false)
        => new(method, new Uri(_base + path), kind, body?.ToBytes(), context) { StreamsBody = streamsBody };

    private Task<T> ObjectAsync<T>(GatewayCall call, Func<JsonFields, T> read) => ObjectAsync(call, (fields, _) => read(fields));

    private async Task<T> ObjectAsync<T>(GatewayCall call, Func<JsonFields, ResponseEnvelope, T> read)
    {
        using (call)
        {
            using var answer = await AnswerAsync(call).ConfigureAwait(false);
            return answer.TryReadObject(out var fields)
                ? read(fields, answer)
                : throw GatewayErrors.Unreadable(200, $"{call.RequestUri!.AbsolutePath} was answered without an object in data ({answer.Describe()})", call);
        }
    }

    private async Task<ResponseEnvelope> AnswerAsync(GatewayCall call)
    {
        using var response = await ExchangeAsync(call).ConfigureAwait(false);
        var answer = Read(response);
        var status = answer.EffectiveStatus((int)response.StatusCode);
        if (status is >= 200 and < 300 && answer.IsJson)
        {
            return answer;
        }

        using (answer)
        {
            throw GatewayErrors.FromAnswer(status, answer, call);
        }
    }

    private async Task<HttpResponseMessage> ExchangeAsync(GatewayCall call)
    {
        try
        {
            return await _http.SendAsync(call, call.Context.CancellationToken).ConfigureAwait(false);
        }
        catch (TransportException e) when (_isClosed && e.Failure == TransportFailure.NotSent)
        {
            throw Disconnected(call, e);
        }
        catch (TransportException e)
        {
            throw GatewayErrors.FromTransport(e, call);
        }
        catch (Exception e) when (e is ObjectDisposedException || (_isClosed && e is OperationCanceledException && !call.Context.CancellationToken.IsCancellationRequested && !call.WasHeldBack))
        {
            throw Disconnected(call, e);
        }
    }

    // Whatever was under way had not left, or had been refused: it waited for its turn.
    private static ChataloException Disconnected(GatewayCall call, Exception cause) => new(
        ErrorKind.Stopped, $"The session was disconnected before {call.Method.Method} {call.RequestUri!.AbsolutePath} was made.",
        "Run Connect-Chatalo, then the command again for what was not sent.", innerException: cause);

    private ResponseEnvelope Read(HttpResponseMessage response)
    {
        var bytes = ((BufferedContent)response.Content).Bytes;
        _credential.EraseFrom(bytes);
        return ResponseEnvelope.Parse(bytes);
    }
}
