using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Chatalo.ModuleTests.Collection;

/// <summary>
/// A gateway that knows nothing but the vendor's collection: it answers each documented request with its example, status 200 and no
/// more than the headers HTTP asks for, and writes down what was asked. It shares no code with the emulator.
/// </summary>
public sealed class CollectionServer : IDisposable
{
    /// <summary>What a download gives.</summary>
    public const string Media = "the media";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<ReceivedRequest> _received = [];

    public CollectionServer()
    {
        _listener.Start();
        BaseUri = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/api/v1");
        _ = AcceptAsync();
    }

    public Uri BaseUri { get; }

    /// <summary>What was asked, in its order.</summary>
    public IReadOnlyList<ReceivedRequest> Received
    {
        get
        {
            lock (_received)
            {
                return [.. _received];
            }
        }
    }

    /// <inheritdoc />
    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception e) when (e is ObjectDisposedException or SocketException)
        {
            // The end of the server.
        }
    }

    // One request a connection, which is all that HTTP demands.
    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            var stream = client.GetStream();
            var request = await ReceivedRequest.ReadAsync(stream);
            lock (_received)
            {
                _received.Add(request);
            }

            var found = DocumentedRequest.Find(request);
            var (type, body) = found switch
            {
                null => ("text/plain", "No such request is documented."),
                { Answer: { } answer } => ("application/json", answer),
                _ => ("image/jpeg", Media),
            };
            var bytes = Encoding.UTF8.GetBytes(body);
            var head = $"HTTP/1.1 {(found is null ? "404 Not Found" : "200 OK")}\r\nContent-Type: {type}\r\nContent-Length: {bytes.Length}\r\nConnection: close\r\n\r\n";
            await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
            await stream.WriteAsync(bytes);
        }
    }
}
