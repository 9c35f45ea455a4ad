using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

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
            var request = await ReadAsync(stream);
            lock (_received)
            {
                _received.Add(request);
            }

            var found = DocumentedRequest.All.FirstOrDefault(documented => documented.Method == request.Method && Matches(documented, request));
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

    // Requests of one path differ by the type in their bodies.
    private static bool Matches(DocumentedRequest documented, ReceivedRequest request)
    {
        var wanted = documented.Path.Split('/');
        var asked = request.Path.Split('/');
        return wanted.Length == asked.Length
            && wanted.Zip(asked).All(static part => part.First == part.Second || (part.First.StartsWith(':') && part.Second.Length > 0))
            && (documented.Body is not { } body || !body.TryGetProperty("type", out var type)
                || (request.Body is { } sent && sent.TryGetProperty("type", out var sentType) && sentType.GetString() == type.GetString()));
    }

    private static async Task<ReceivedRequest> ReadAsync(NetworkStream stream)
    {
        var text = new List<byte>();
        var one = new byte[1];
        while (!(text.Count >= 4 && text[^4] == '\r' && text[^3] == '\n' && text[^2] == '\r' && text[^1] == '\n'))
        {
            await stream.ReadExactlyAsync(one);
            text.Add(one[0]);
        }

        var lines = Encoding.ASCII.GetString([.. text]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = lines.Skip(1).Select(static l => l.Split(": ", 2)).ToDictionary(static h => h[0], static h => h[1], StringComparer.OrdinalIgnoreCase);
        var body = new byte[headers.TryGetValue("Content-Length", out var length) ? int.Parse(length, null) : 0];
        await stream.ReadExactlyAsync(body);
        var first = lines[0].Split(' ');
        var target = first[1]["/api/v1".Length..].Split('?');
        return new ReceivedRequest(
            first[0], target[0], target.Length == 1 ? "" : target[1], headers, body.Length == 0 ? null : JsonDocument.Parse(body).RootElement.Clone());
    }
}
