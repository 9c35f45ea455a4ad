using System.Net;
using System.Net.Sockets;
using System.Text;
using Chatalo.Client;
using Chatalo.Client.Http;
using Chatalo.Sending;
using Microsoft.Extensions.Time.Testing;

namespace Chatalo.UnitTests.Client;

/// <summary>A connection is left before the server may close it under a request.</summary>
public class IdleConnectionTests
{
    private const string Sent = """{"data":{"is_sent":true},"meta":{"code":200}}""";

    [Fact]
    public void The_limit_follows_what_the_server_says_and_does()
    {
        var clock = new FakeTimeProvider();
        var limit = new IdleLimit(clock);
        Assert.Equal(3, limit.Current.TotalSeconds);

        limit.ClosedAfter(TimeSpan.FromSeconds(2));
        Assert.Equal(1, limit.Current.TotalSeconds);
        limit.ClosedAfter(TimeSpan.FromSeconds(20));
        Assert.Equal(1, limit.Current.TotalSeconds);
        limit.ClosedAfter(TimeSpan.FromMilliseconds(1));
        Assert.Equal(0.5, limit.Current.TotalSeconds);

        clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(3, limit.Current.TotalSeconds);

        foreach (var (header, seconds) in new[] { ("timeout=5", 2.5), ("timeout=65, max=100", 30), ("max=7,Timeout = 2", 1), ("timeout=0", 0), ("timeout=x", 0), ("timeout=999999999999", 0) })
        {
            var response = new HttpResponseMessage();
            response.Headers.TryAddWithoutValidation("Keep-Alive", header);
            limit.Learn(response);
            Assert.Equal(seconds, limit.Current.TotalSeconds);
        }
    }

    /// <summary>
    /// A fifth of the real times: the server closes at 1 s, says nothing of it, and is 40 ms away; each sender sends every 0.9 to 1.1 s.
    /// </summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Messages_at_an_interval_around_the_servers_time_are_not_lost(bool isStated)
    {
        await using var server = new ClosingServer(TimeSpan.FromSeconds(1), TimeSpan.FromMilliseconds(40), isStated ? "Keep-Alive: timeout=1\r\n" : "");
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 60).Select(async seed =>
        {
            var random = new Random(seed);
            var options = new GatewayOptions { BaseUri = new Uri($"http://127.0.0.1:{server.Port}/"), MaximumRetryCount = 0 };
            var credential = new GatewayCredential(ClientUnderTest.PublicKey, ClientUnderTest.SecretKey);
            var idle = new IdleLimit(TimeProvider.System, TimeSpan.FromMilliseconds(600));
            var transport = HandlerChain.CreateTransport(options.BaseUri, null, TimeProvider.System, idle);
            using var client = new GatewayClient(options, credential, TimeProvider.System, transport);
            var sender = new MessageSender(client, TimeProvider.System);
            var sent = 0;
            for (var i = 0; i < 8; i++)
            {
                sent += (await sender.SendAsync(ClientUnderTest.Message, new CallContext(CancellationToken.None))).Result.Outcome == SendOutcome.Sent ? 1 : 0;
                await Task.Delay(TimeSpan.FromSeconds(0.9 + (random.NextDouble() * 0.2)));
            }

            return sent;
        }));

        Assert.All(outcomes, sent => Assert.Equal(8, sent));
    }

    [Fact]
    public async Task A_connection_is_used_again_at_once_and_left_after_the_limit()
    {
        await using var server = new ClosingServer(TimeSpan.FromSeconds(60), TimeSpan.Zero, "");
        var clock = new FakeTimeProvider();
        var uri = new Uri($"http://127.0.0.1:{server.Port}/");
        using var client = new GatewayClient(
            new GatewayOptions { BaseUri = uri, MaximumRetryCount = 0 }, new GatewayCredential(ClientUnderTest.PublicKey, ClientUnderTest.SecretKey), clock);
        var sender = new MessageSender(client, clock);
        var expected = 1;
        foreach (var (idle, isNew) in new[] { (0.0, false), (2.9, false), (3.1, true), (0.1, false), (60, true) })
        {
            Assert.Equal(SendOutcome.Sent, (await sender.SendAsync(ClientUnderTest.Message, new CallContext(CancellationToken.None))).Result.Outcome);
            Assert.Equal(expected, server.Connections);
            clock.Advance(TimeSpan.FromSeconds(idle));
            expected += isNew ? 1 : 0;
        }
    }

    /// <summary>Answers every request, ends a connection that was idle so long, and is so far away.</summary>
    private sealed class ClosingServer : IAsyncDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly CancellationTokenSource _stop = new();
        private readonly TimeSpan _idle;
        private readonly TimeSpan _distance;
        private readonly byte[] _answer;
        private int _connections;

        public ClosingServer(TimeSpan idle, TimeSpan distance, string headers)
        {
            _idle = idle;
            _distance = distance;
            _answer = Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n{headers}Content-Length: {Sent.Length}\r\n\r\n{Sent}");
            _listener.Start(512);
            _ = Task.Run(AcceptAsync);
        }

        public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

        public int Connections => Volatile.Read(ref _connections);

        public ValueTask DisposeAsync()
        {
            _stop.Cancel();
            _listener.Dispose();
            return ValueTask.CompletedTask;
        }

        private async Task AcceptAsync()
        {
            while (!_stop.IsCancellationRequested)
            {
                var socket = await _listener.AcceptSocketAsync(_stop.Token);
                Interlocked.Increment(ref _connections);
                _ = Task.Run(() => ServeAsync(socket));
            }
        }

        // What the server does at one moment is seen 40 ms later: a request that comes in between finds the connection closed.
        private async Task ServeAsync(Socket socket)
        {
            using (socket)
            {
                var chunk = new byte[8192];
                while (true)
                {
                    using var idle = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
                    idle.CancelAfter(_idle + _distance);
                    try
                    {
                        if (await socket.ReceiveAsync(chunk, idle.Token) == 0)
                        {
                            return;
                        }
                    }
                    catch (OperationCanceledException)
                    {
                        await Task.Delay(_distance);
                        socket.LingerState = new LingerOption(true, 0);
                        return;
                    }

                    await Task.Delay(2 * _distance);
                    await socket.SendAsync(_answer);
                }
            }
        }
    }
}
