using System.Net.Sockets;
using Chatalo.HttpServer;
using Chatalo.Json;

namespace Chatalo.Webhooks;

/// <summary>
/// Takes what is posted to the one address that it has, answers at once, and keeps it for the pipeline. Whoever asks for anything else learns
/// nothing: 404. Not an HttpListener: that one gives everybody 90 s to send a header, takes no port 0, and refuses the Host header
/// that a tunnel to loopback passes on.
/// </summary>
internal sealed class MessageListener : IRequestHandler, IDisposable
{
    /// <summary>The largest body that is read; the gateway's events have a few hundred bytes, a long text 64 KB.</summary>
    public const int MaximumBodyBytes = 1024 * 1024;

    private const int MaximumHeaderBytes = 16 * 1024;
    private const int MaximumConnections = 128;
    private const int MaximumConnectionsPerAddress = 16;
    private const int MaximumEvents = 1000;
    private static readonly TimeSpan LongestHeaders = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan DefaultRequestTime = TimeSpan.FromSeconds(10);

    private readonly ListenerAddress _address;
    private readonly WebhookQueue _queue;
    private readonly Action _arrived;
    private readonly Http1Server _server;

    /// <param name="address">Where to listen.</param>
    /// <param name="queue">Takes the messages.</param>
    /// <param name="arrived">Called, on any thread, after something came in.</param>
    /// <param name="requestTime">How long a sender may take; by default 10 s.</param>
    /// <exception cref="ChataloException">The system refuses the address or the port; the remedy is in it.</exception>
    public MessageListener(ListenerAddress address, WebhookQueue queue, Action arrived, TimeSpan? requestTime = null)
    {
        _address = address;
        _queue = queue;
        _arrived = arrived;
        var options = new HttpServerOptions
        {
            EndPoint = address.EndPoint,
            MaxBodyBytes = MaximumBodyBytes,
            MaxHeaderBytes = MaximumHeaderBytes,
            MaxConnections = MaximumConnections,
            MaxConnectionsPerAddress = MaximumConnectionsPerAddress,
            HeaderTime = LongestHeaders < (requestTime ?? DefaultRequestTime) ? LongestHeaders : requestTime ?? DefaultRequestTime,
            RequestTime = requestTime ?? DefaultRequestTime,
        };
        try
        {
            _server = new Http1Server(options, this, TimeProvider.System);
        }
        catch (SocketException e)
        {
            throw new ChataloException(
                ErrorKind.InvalidInput, $"The system refuses to listen on {address.EndPoint}: {e.Message}", ListenRemedy.For(e.SocketErrorCode, address.EndPoint), innerException: e);
        }

        Uri = address.ToUri(_server.Port);
    }

    /// <summary>The address to post to.</summary>
    public Uri Uri { get; }

    /// <summary>Connections that are open now.</summary>
    public int ConnectionCount => _server.ConnectionCount;

    int? IRequestHandler.RefuseBeforeBody(HttpRequest request)
    {
        if (!(FixedTimeEquals.Compare(request.Path, _address.Path) & request.Method == "POST"))
        {
            return 404;
        }

        // The gateway posts again what was not answered with 200.
        return _queue.IsFull ? 503 : null;
    }

    ValueTask<ResponseEnd> IRequestHandler.HandleAsync(HttpRequest request, HttpResponse response, CancellationToken stopping)
    {
        // Every post has a connection of its own, so that nobody keeps a place.
        request.KeepAlive = false;
        var content = WebhookReader.Read(BodyText.Decode(request.Body.ToArray()), MaximumEvents);
        var taken = _queue.TryPut(content);
        response.StatusCode = !taken ? 503 : content.Messages.Count == 0 && content.Problems.Count > 0 ? 400 : 200;
        if (taken)
        {
            _arrived();
        }

        return new ValueTask<ResponseEnd>(ResponseEnd.Complete);
    }

    /// <summary>Closes the port. What has come in stays in the queue.</summary>
    public void Dispose()
    {
        _queue.Close();
        _server.Dispose();
    }
}
