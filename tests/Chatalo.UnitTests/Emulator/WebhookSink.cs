using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Chatalo.UnitTests.Emulator;

/// <summary>A webhook of the smallest kind: reads one request a connection, answers a status.</summary>
internal sealed class WebhookSink : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _status;

    public WebhookSink(int status)
    {
        _status = status;
        _listener.Start();
    }

    public Uri Url => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/hook?token=t");

    /// <returns>Head and body of the next request.</returns>
    public async Task<(string Head, string Body)> ReceiveAsync()
    {
        using var connection = await _listener.AcceptTcpClientAsync();
        var stream = connection.GetStream();
        var text = new StringBuilder();
        var bytes = new byte[8192];
        int head;
        while ((head = text.ToString().IndexOf("\r\n\r\n", StringComparison.Ordinal)) < 0 || text.Length < head + 4 + LengthOf(text.ToString()))
        {
            var count = await stream.ReadAsync(bytes);
            Assert.True(count > 0, "The emulator ended the connection within its request.");
            text.Append(Encoding.UTF8.GetString(bytes, 0, count));
        }

        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {_status} Status\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
        return (text.ToString(0, head), text.ToString(head + 4, text.Length - head - 4));
    }

    public void Dispose() => _listener.Stop();

    private static int LengthOf(string head) => int.Parse(head.Split("Content-Length: ")[1].Split('\r')[0]);
}
