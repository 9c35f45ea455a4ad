using System.Net;
using System.Text;

namespace Chatalo.UnitTests.Client;

/// <summary>A gateway in place of the transport: plays its steps one after the other, the last one for ever, and keeps what it was asked.</summary>
internal sealed class StubGateway(params Step[] steps) : HttpMessageHandler
{
    private int _asked;

    /// <summary>The requests that came, and whether their body was read.</summary>
    public List<SeenRequest> Requests { get; } = [];

    public int Count => Volatile.Read(ref _asked);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var step = steps[Math.Min(Interlocked.Increment(ref _asked), steps.Length) - 1];
        var body = step.ReadsRequest && request.Content is { } content ? await content.ReadAsStringOnceAsync(cancellationToken) : null;
        var headers = request.Headers.ToDictionary(h => h.Key, h => string.Join(",", h.Value), StringComparer.OrdinalIgnoreCase);
        lock (Requests)
        {
            Requests.Add(new SeenRequest(request.Method.Method, request.RequestUri!, headers, body));
        }

        var response = await step.Act(cancellationToken);
        response.RequestMessage = request;
        return response;
    }
}

internal sealed record SeenRequest(string Method, Uri Uri, IReadOnlyDictionary<string, string> Headers, string? Body);

/// <summary>What the stub does with one request.</summary>
/// <param name="ReadsRequest">Whether the body is asked for, as when a connection stands.</param>
/// <param name="Act">The answer, or the failure.</param>
internal sealed record Step(bool ReadsRequest, Func<CancellationToken, Task<HttpResponseMessage>> Act)
{
    public const string Ok = """{"data":{"is_sent":true,"name":"x","id":"d-1"},"meta":{"code":200,"message":"OK"}}""";

    public static Step Answer(int status, string body = Ok, string type = "application/json", params (string Name, string Value)[] headers)
        => Bytes(status, Encoding.UTF8.GetBytes(body), type, headers);

    public static Step Bytes(int status, byte[] body, string type = "application/json", params (string Name, string Value)[] headers) => new(true, _ =>
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(body) };
        response.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return Task.FromResult(response);
    });

    /// <summary>No connection: the body is never asked for.</summary>
    public static Step Refuse(string message = "Connection refused")
        => new(false, _ => throw new HttpRequestException(HttpRequestError.ConnectionError, message));

    public static Step FailBefore(Exception e) => new(false, _ => Task.FromException<HttpResponseMessage>(e));

    /// <summary>The connection broke after the request was read.</summary>
    public static Step Break(Exception? e = null)
        => new(true, _ => throw new HttpRequestException("An error occurred while sending the request.", e ?? new IOException("Connection reset by peer")));

    /// <summary>The request was read; no answer comes.</summary>
    public static Step Hang() => new(true, Forever);

    /// <summary>The connection never stands.</summary>
    public static Step HangBefore() => new(false, Forever);

    private static async Task<HttpResponseMessage> Forever(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        throw new InvalidOperationException("unreachable");
    }
}

internal static class ContentExtensions
{
    // Not ReadAsStringAsync, which would keep a copy in the content and never ask for it again.
    public static async Task<string> ReadAsStringOnceAsync(this HttpContent content, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, cancellationToken);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
