using System.Net;
using System.Net.Sockets;
using System.Text;
using Chatalo.Emulator;

namespace Chatalo.UnitTests.Emulator;

/// <summary>A bare socket, to see what really comes over the wire.</summary>
internal sealed class RawClient : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly string _keys;

    public RawClient(EmulatorServer server)
    {
        _keys = $"X-Public-Key: {server.Options.PublicKey}\r\nX-Secret-Key: {server.Options.SecretKey}\r\n";
        _socket.Connect(IPAddress.Loopback, server.BaseUri.Port);
    }

    public string Get(string path, string headers = "") => $"GET /api/v1{path} HTTP/1.1\r\nHost: localhost\r\n{_keys}{headers}\r\n";

    public string Post(string path, string body, string headers = "") =>
        $"POST /api/v1{path} HTTP/1.1\r\nHost: localhost\r\n{_keys}{headers}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";

    public string PostHead(string path, string headers) => $"POST /api/v1{path} HTTP/1.1\r\nHost: localhost\r\n{_keys}{headers}\r\n";

    public async Task SendAsync(string text) => await _socket.SendAsync(Encoding.UTF8.GetBytes(text));

    /// <returns>What there is after at least a byte; empty when the server has ended the connection in order.</returns>
    public async Task<string> ReceiveAsync()
    {
        var bytes = new byte[64 * 1024];
        return Encoding.UTF8.GetString(bytes, 0, await _socket.ReceiveAsync(bytes));
    }

    /// <summary>Reads until the text has come so often.</summary>
    public async Task<string> ReceiveUntilAsync(string wanted, int times = 1)
    {
        var received = new StringBuilder();
        while (received.ToString().Split(wanted).Length <= times)
        {
            var more = await ReceiveAsync();
            Assert.True(more.Length > 0, $"The connection ended before '{wanted}' came: {received}");
            received.Append(more);
        }

        return received.ToString();
    }

    public async Task<string> ReceiveToEndAsync()
    {
        var received = new StringBuilder();
        string more;
        while ((more = await ReceiveAsync()).Length > 0)
        {
            received.Append(more);
        }

        return received.ToString();
    }

    public void Dispose() => _socket.Dispose();
}
