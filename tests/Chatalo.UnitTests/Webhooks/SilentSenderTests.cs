using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Chatalo.Json;
using Chatalo.Webhooks;

namespace Chatalo.UnitTests.Webhooks;

/// <summary>Who connects and says nothing delays nobody.</summary>
public class SilentSenderTests
{
    [Theory]
    [InlineData(64, 1)]
    [InlineData(577, 1)]
    [InlineData(577, 60)]
    public async Task An_honest_post_is_answered_at_once(int silent, int addresses)
    {
        using var fixture = new ListenerFixture();
        var sockets = new List<Socket>();
        try
        {
            for (var i = 0; i < silent; i++)
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                socket.Bind(new IPEndPoint(new IPAddress([127, 0, 0, (byte)(1 + (i % addresses))]), 0));
                await socket.ConnectAsync(IPAddress.Loopback, fixture.Listener.Uri.Port);
                sockets.Add(socket);
            }

            foreach (var from in new byte[] { 1, 200 })
            {
                var watch = Stopwatch.StartNew();
                Assert.StartsWith("HTTP/1.1 200", await PostAsync(fixture.Listener.Uri, from), StringComparison.Ordinal);
                Assert.InRange(watch.Elapsed.TotalSeconds, 0, 1.5);
            }

            var limit = Stopwatch.StartNew();
            while (fixture.Listener.ConnectionCount > 0 && limit.Elapsed < TimeSpan.FromSeconds(10))
            {
                await Task.Delay(20);
            }

            // Headers have 2 s.
            Assert.InRange(limit.Elapsed.TotalSeconds, 0, 5);
        }
        finally
        {
            sockets.ForEach(s => s.Dispose());
        }
    }

    [Fact]
    public void A_message_is_one_by_its_device_its_sender_and_its_id()
    {
        var queue = new WebhookQueue(32, 100, 100);
        IncomingMessage Message(string device, string sender, string id) => new() { DeviceId = device, Number = sender, Id = id };
        bool Put(params IncomingMessage[] messages) => queue.TryPut(new WebhookContent(messages, []));

        Assert.True(Put(Message("d", "+1", "A"), Message("d", "+2", "A"), Message("e", "+1", "A"), Message("d", "+1", "B")));
        Assert.Equal(4, queue.WaitingMessages);
        Assert.True(Put(Message("d", "+1", "A")));
        Assert.Equal(4, queue.WaitingMessages);
    }

    [Fact]
    public void What_waits_is_bounded_and_counted_one_by_one()
    {
        var queue = new WebhookQueue(32, 10_000, 10_000);
        WebhookContent Post(int count) => new([.. Enumerable.Range(0, count).Select(_ => new IncomingMessage { Id = Guid.NewGuid().ToString() })], []);

        Assert.True(queue.TryPut(Post(467)));
        Assert.False(queue.TryPut(Post(1)));
        queue.Take();
        queue.Take();
        Assert.Equal(465, queue.WaitingMessages);
        while (queue.Take() is not null)
        {
        }

        Assert.True(queue.TryPut(Post(31)));
        Assert.False(queue.TryPut(Post(2)));
        Assert.True(queue.TryPut(Post(1)));
        Assert.True(queue.IsFull);
        Assert.Equal(32, queue.WaitingMessages);
    }

    private static async Task<string> PostAsync(Uri uri, byte from)
    {
        var body = $$"""{"device_id":"d","chat_id":"{{Guid.NewGuid()}}","sender":{"number":"6281234567890"},"message":"Halo"}""";
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(new IPAddress([127, 0, 0, from]), 0));
        await socket.ConnectAsync(IPAddress.Loopback, uri.Port);
        await socket.SendAsync(Encoding.ASCII.GetBytes($"POST {uri.AbsolutePath} HTTP/1.1\r\nHost: x\r\nContent-Length: {body.Length}\r\n\r\n{body}"));
        var chunk = new byte[4096];
        return Encoding.ASCII.GetString(chunk, 0, await socket.ReceiveAsync(chunk));
    }
}
