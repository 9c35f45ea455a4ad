using System.Net;
using System.Net.Sockets;
using System.Text;
using Chatalo.ModuleTests.Collection;

namespace Chatalo.ModuleTests.Faults;

/// <summary>A gateway that answers as the vendor's collection says, but for the requests it is told to misbehave at.</summary>
internal sealed class RogueServer : IDisposable
{
    private const string Base = "/api/v1";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly TcpListener _elsewhere = new(IPAddress.Loopback, 0);
    private readonly TcpListener _denying = new(IPAddress.Loopback, 0);
    // Bound and not listening: a port that refuses, and that nobody else can take.
    private readonly Socket _deaf = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly CancellationTokenSource _stop = new();
    private int _visitsElsewhere;
    private int _requests;

    public RogueServer()
    {
        _listener.Start();
        _elsewhere.Start();
        _denying.Start();
        _deaf.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _ = AcceptAsync(_listener, ServeAsync);
        _ = AcceptAsync(_denying, DenyAsync);
        _ = AcceptAsync(_elsewhere, client =>
        {
            Interlocked.Increment(ref _visitsElsewhere);
            client.Dispose();
            return Task.CompletedTask;
        });
    }

    public Uri BaseUri => Address(_listener.LocalEndpoint);

    /// <summary>An address where every connection is refused.</summary>
    public Uri RefusingUri => Address(_deaf.LocalEndPoint!);

    /// <summary>An address where every request is refused for good.</summary>
    public Uri DenyingUri => Address(_denying.LocalEndpoint);

    /// <summary>How it misbehaves; null when it does not.</summary>
    public Fault? Fault { get; set; }

    /// <summary>The method of the requests that it misbehaves at; all when null.</summary>
    public string? FaultyMethod { get; set; }

    /// <summary>Connections to the host that redirects name.</summary>
    public int VisitsElsewhere => Volatile.Read(ref _visitsElsewhere);

    /// <summary>The requests that it read whole and misbehaved at.</summary>
    public int Requests => Volatile.Read(ref _requests);

    public void Forget() => Interlocked.Exchange(ref _requests, 0);

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _elsewhere.Dispose();
        _denying.Dispose();
        _deaf.Dispose();
        _stop.Dispose();
    }

    private static Uri Address(EndPoint at) => new($"http://127.0.0.1:{((IPEndPoint)at).Port}{Base}");

    private static async Task AcceptAsync(TcpListener listener, Func<TcpClient, Task> serve)
    {
        try
        {
            while (true)
            {
                _ = serve(await listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception e) when (e is ObjectDisposedException or SocketException)
        {
            // The end of the server.
        }
    }

    private async Task DenyAsync(TcpClient client)
    {
        using (client)
        {
            var stream = client.GetStream();
            await ReceivedRequest.ReadAsync(stream);
            await new RogueExchange(stream, [], "", Address(_elsewhere.LocalEndpoint), _stop.Token).AnswerAsync("{}", "400 Bad Request");
        }
    }

    // One request a connection, which is all that HTTP demands.
    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                if (Fault is { ReadsRequest: false } hasty)
                {
                    await hasty.Answer!(new RogueExchange(stream, [], "", Address(_elsewhere.LocalEndpoint), _stop.Token));
                    return;
                }

                var request = await ReceivedRequest.ReadAsync(stream);
                var exchange = new RogueExchange(stream, Good(request), request.Path == "/messages/download" ? "image/jpeg" : "application/json", Address(_elsewhere.LocalEndpoint), _stop.Token);
                if (Fault is { Answer: { } answer } && (FaultyMethod ?? request.Method) == request.Method)
                {
                    Interlocked.Increment(ref _requests);
                    await answer(exchange);
                }
                else
                {
                    await exchange.AnswerWellAsync();
                }
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // The client had enough, or the test has.
            }
        }
    }

    private static byte[] Good(ReceivedRequest request) => Encoding.UTF8.GetBytes(
        // The example is of a device that nobody would wait for.
        request.Path.StartsWith("/device/status/", StringComparison.Ordinal)
            ? """{"data":{"is_authenticated":true},"meta":{"code":200}}"""
            : DocumentedRequest.Find(request)?.Answer ?? CollectionServer.Media);
}
