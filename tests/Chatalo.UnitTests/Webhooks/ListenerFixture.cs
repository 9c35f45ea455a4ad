using System.Net;
using System.Net.Sockets;
using System.Text;
using Chatalo.Webhooks;

namespace Chatalo.UnitTests.Webhooks;

/// <summary>A listener on a free port, and those who post to it.</summary>
internal sealed class ListenerFixture : IDisposable
{
    // As many connections as the listener has for one address: of more, it may end one that a busy machine lets say nothing for long.
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, MaxConnectionsPerServer = 16, Expect100ContinueTimeout = TimeSpan.FromSeconds(5) });

    public ListenerFixture(int capacity = 100_000, int remembered = 100_000, long wanted = long.MaxValue, TimeSpan? requestTime = null)
    {
        WebhookQueue = new WebhookQueue(capacity, remembered, wanted);
        Listener = new MessageListener(ListenerAddress.OnLoopback(0, "token"), WebhookQueue, () => Interlocked.Increment(ref Arrivals), requestTime);
    }

    public int Arrivals;

    public WebhookQueue WebhookQueue { get; }

    public MessageListener Listener { get; }

    public static string Event(string id, string number = "6281") => $$$"""{"device_id":"d","chat_id":"{{{id}}}","sender":{"number":"{{{number}}}"},"message":"x"}""";

    public Task<HttpStatusCode> PostAsync(string body) => PostAsync(Listener.Uri, Encoding.UTF8.GetBytes(body));

    public async Task<HttpStatusCode> PostAsync(Uri uri, byte[] body, bool expectContinue = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, uri) { Content = new ByteArrayContent(body) };
        request.Headers.ExpectContinue = expectContinue;
        return await SendAsync(request);
    }

    public async Task<HttpStatusCode> SendAsync(HttpRequestMessage request)
    {
        using var response = await _http.SendAsync(request);
        return response.StatusCode;
    }

    /// <summary>Sends bytes as they are, and reads what comes back until the other side ends.</summary>
    public async Task<string> RawAsync(string bytes, bool end = false)
    {
        using var socket = await ConnectAsync();
        await socket.SendAsync(Encoding.Latin1.GetBytes(bytes));
        if (end)
        {
            socket.Shutdown(SocketShutdown.Send);
        }

        return await ReadToEndAsync(socket);
    }

    public async Task<Socket> ConnectAsync()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, Listener.Uri.Port);
        return socket;
    }

    /// <summary>Begins a request. Null where the listener has lost patience already, as it may on a busy machine.</summary>
    public async Task<Socket?> BeginAsync(string bytes)
    {
        try
        {
            var socket = await ConnectAsync();
            await socket.SendAsync(Encoding.Latin1.GetBytes(bytes));
            return socket;
        }
        catch (SocketException)
        {
            return null;
        }
    }

    public static async Task<string> ReadToEndAsync(Socket socket)
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        try
        {
            while (await socket.ReceiveAsync(buffer) is > 0 and var read)
            {
                text.Append(Encoding.Latin1.GetString(buffer, 0, read));
            }
        }
        catch (SocketException)
        {
            // Cut off: what came before is what came.
        }

        return text.ToString();
    }

    public List<IncomingMessage> TakeAll()
    {
        var all = new List<IncomingMessage>();
        while (WebhookQueue.Take() is { } content)
        {
            all.AddRange(content.Messages);
        }

        return all;
    }

    public void Dispose()
    {
        _http.Dispose();
        Listener.Dispose();
    }
}
