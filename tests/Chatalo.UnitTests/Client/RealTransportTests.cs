using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Chatalo.Client;
using Chatalo.Sending;

namespace Chatalo.UnitTests.Client;

/// <summary>What only real sockets show.</summary>
public sealed class RealTransportTests : IDisposable
{
    private const string Sent = """{"data":{"is_sent":true},"meta":{"code":200}}""";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private int _requests;

    public RealTransportTests() => _listener.Start();

    private int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    [Fact]
    public async Task A_refused_connection_surely_delivered_nothing()
    {
        var port = Port;
        _listener.Stop();

        var report = await SendAsync(port);

        Assert.Equal((SendOutcome.Failed, "Chatalo.Unreachable"), (report.Result.Outcome, report.Result.ErrorId));
    }

    [Fact]
    public async Task A_name_that_is_not_known_surely_delivered_nothing()
    {
        using var client = Client(new Uri("https://no-such-host.invalid/api/v1"));
        var report = await new MessageSender(client, TimeProvider.System).SendAsync(ClientUnderTest.Message, new CallContext(_stop.Token));

        Assert.Equal((SendOutcome.Failed, "Chatalo.Unreachable"), (report.Result.Outcome, report.Result.ErrorId));
    }

    [Fact]
    public async Task A_server_without_tls_surely_got_nothing()
    {
        Serve((_, socket) => Task.CompletedTask, reads: false);
        using var client = Client(new Uri($"https://127.0.0.1:{Port}/"));
        var report = await new MessageSender(client, TimeProvider.System).SendAsync(ClientUnderTest.Message, new CallContext(_stop.Token));

        Assert.Equal(SendOutcome.Failed, report.Result.Outcome);
    }

    [Fact]
    public async Task A_request_that_is_held_back_when_it_is_about_to_leave_never_reaches_the_server()
    {
        var arrived = new TaskCompletionSource<string>();
        Serve(async (stream, _) => arrived.SetResult(await new StreamReader(stream).ReadToEndAsync(_stop.Token)), reads: false);
        using var client = Client(new Uri($"http://127.0.0.1:{Port}/"));
        var asked = 0;
        var report = await new MessageSender(client, TimeProvider.System).SendAsync(ClientUnderTest.Message, new CallContext(_stop.Token, null, () => ++asked > 1));

        Assert.Equal((SendOutcome.Failed, "Chatalo.Stopped", 1), (report.Result.Outcome, report.Result.ErrorId, asked));
        Assert.Equal("", await arrived.Task.WaitAsync(TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task A_reset_after_the_request_was_read_is_unknown()
    {
        Serve((_, socket) =>
        {
            socket.LingerState = new LingerOption(true, 0);
            socket.Close();
            return Task.CompletedTask;
        });

        Assert.Equal(SendOutcome.Unknown, (await SendAsync(Port)).Result.Outcome);
        Assert.Equal(1, _requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Le")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"data\":{\"is_sent\":true")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"dat")]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n")]
    public async Task An_answer_that_is_cut_off_is_unknown(string answer)
    {
        Serve(async (stream, _) => await stream.WriteAsync(Encoding.ASCII.GetBytes(answer)));

        Assert.Equal(SendOutcome.Unknown, (await SendAsync(Port)).Result.Outcome);
        Assert.Equal(1, _requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{")]
    public async Task An_answer_that_does_not_come_in_time_is_unknown(string beginning)
    {
        Serve(async (stream, _) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(beginning));
            await Task.Delay(Timeout.Infinite, _stop.Token);
        });

        var report = await SendAsync(Port, timeout: 0.5);

        Assert.Equal(SendOutcome.Unknown, report.Result.Outcome);
        Assert.Contains("no answer within 0.5 s", report.Result.Reason);
        Assert.Equal(1, _requests);
    }

    [Fact]
    public async Task A_connection_that_was_closed_while_idle_is_not_sent_into()
    {
        var closed = new TaskCompletionSource();
        Serve(async (stream, socket) =>
        {
            // Says nothing of closing, as servers with a short keep-alive do.
            await stream.WriteAsync(Answer(Encoding.UTF8.GetBytes(Sent)));
            socket.Shutdown(SocketShutdown.Both);
            closed.TrySetResult();
        });
        using var client = Client(new Uri($"http://127.0.0.1:{Port}/"));
        var sender = new MessageSender(client, TimeProvider.System);

        Assert.Equal(SendOutcome.Sent, (await sender.SendAsync(ClientUnderTest.Message, new CallContext(_stop.Token))).Result.Outcome);
        await closed.Task;
        await Task.Delay(200);
        Assert.Equal(SendOutcome.Sent, (await sender.SendAsync(ClientUnderTest.Message, new CallContext(_stop.Token))).Result.Outcome);
        Assert.Equal(2, _requests);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    public async Task This_machine_is_never_asked_by_way_of_a_proxy(string host)
    {
        Serve(async (stream, _) => await stream.WriteAsync(Answer(Encoding.UTF8.GetBytes(Sent))));
        using var proxy = new TcpListener(IPAddress.Loopback, 0);
        proxy.Start();
        using var client = new GatewayClient(
            new GatewayOptions { BaseUri = new Uri($"http://{host}:{Port}/"), MaximumRetryCount = 0, Proxy = new Uri($"http://127.0.0.1:{((IPEndPoint)proxy.LocalEndpoint).Port}") },
            new GatewayCredential(ClientUnderTest.PublicKey, ClientUnderTest.SecretKey));

        Assert.Equal(SendOutcome.Sent, (await new MessageSender(client, TimeProvider.System).SendAsync(ClientUnderTest.Message, new CallContext(_stop.Token))).Result.Outcome);
        Assert.False(proxy.Pending());
    }

    [Fact]
    public async Task Another_host_is_asked_through_the_proxy_with_its_user_and_without_the_keys()
    {
        using var proxy = new TcpListener(IPAddress.Loopback, 0);
        proxy.Start();
        var heard = Task.Run(async () =>
        {
            var all = "";
            for (var i = 0; i < 2; i++)
            {
                using var socket = await proxy.AcceptSocketAsync(_stop.Token);
                var chunk = new byte[8192];
                var text = Encoding.ASCII.GetString(chunk, 0, await socket.ReceiveAsync(chunk, _stop.Token));
                all += text;
                var isKnown = text.Contains("Proxy-Authorization", StringComparison.OrdinalIgnoreCase);
                await socket.SendAsync(Encoding.ASCII.GetBytes(
                    $"HTTP/1.1 {(isKnown ? "502 Bad Gateway" : "407 Proxy Authentication Required")}\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
                if (isKnown)
                {
                    break;
                }
            }

            return all;
        });
        var address = new Uri($"http://proxyuser:p%40ss@127.0.0.1:{((IPEndPoint)proxy.LocalEndpoint).Port}");
        using var client = new GatewayClient(
            new GatewayOptions { BaseUri = new Uri("https://gateway.invalid/api"), MaximumRetryCount = 0, Proxy = address },
            new GatewayCredential(ClientUnderTest.PublicKey, ClientUnderTest.SecretKey));

        var report = await new MessageSender(client, TimeProvider.System).SendAsync(ClientUnderTest.Message, new CallContext(_stop.Token));

        Assert.Equal(SendOutcome.Failed, report.Result.Outcome);
        var text = await heard.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.StartsWith("CONNECT gateway.invalid:443", text, StringComparison.Ordinal);
        Assert.Contains(Convert.ToBase64String("proxyuser:p@ss"u8), text, StringComparison.Ordinal);
        Assert.DoesNotContain(ClientUnderTest.SecretKey, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_compressed_answer_is_read()
    {
        Serve(async (stream, _) => await stream.WriteAsync(Answer(Compress(Encoding.UTF8.GetBytes(Sent)), "Content-Encoding: gzip\r\n")));

        Assert.Equal(SendOutcome.Sent, (await SendAsync(Port)).Result.Outcome);
    }

    [Fact]
    public async Task A_bomb_is_not_unpacked()
    {
        var bomb = Compress(new byte[64 * 1024 * 1024]);
        Serve(async (stream, _) => await stream.WriteAsync(Answer(bomb, "Content-Encoding: gzip\r\n")));

        var report = await SendAsync(Port);

        Assert.Equal(SendOutcome.Unknown, report.Result.Outcome);
        Assert.Contains("16 MiB", report.Result.Reason);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task What_is_not_compressed_as_it_says_is_unknown_and_an_error_of_ours(string encoding)
    {
        Serve(async (stream, _) => await stream.WriteAsync(Answer([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20], $"Content-Encoding: {encoding}\r\n")));

        Assert.Equal(SendOutcome.Unknown, (await SendAsync(Port)).Result.Outcome);
        using var client = Client(new Uri($"http://127.0.0.1:{Port}/"));
        var error = await Assert.ThrowsAsync<ChataloException>(() => new ProfileApi(client).GetAsync(new CallContext(_stop.Token)));
        Assert.Equal(ErrorKind.UnexpectedAnswer, error.Kind);
    }

    [Fact]
    public async Task A_redirect_takes_the_keys_nowhere()
    {
        var elsewhere = 0;
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var listening = other.AcceptTcpClientAsync(_stop.Token).AsTask().ContinueWith(_ => elsewhere++, _stop.Token, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
        Serve(async (stream, _) => await stream.WriteAsync(
            Encoding.ASCII.GetBytes($"HTTP/1.1 307 Temporary Redirect\r\nLocation: http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}/\r\nContent-Length: 0\r\n\r\n")));

        Assert.Equal((SendOutcome.Failed, "Chatalo.UnexpectedAnswer"), ((await SendAsync(Port)).Result.Outcome, (await SendAsync(Port)).Result.ErrorId));
        Assert.False(listening.IsCompleted);
        Assert.Equal(0, elsewhere);
    }

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    private static byte[] Answer(byte[] body, string headers = "")
        => [.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n{headers}Content-Length: {body.Length}\r\n\r\n"), .. body];

    private static byte[] Compress(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    private static GatewayClient Client(Uri uri, double timeout = 20) => new(
        new GatewayOptions { BaseUri = uri, MaximumRetryCount = 0, Timeout = TimeSpan.FromSeconds(timeout) },
        new GatewayCredential(ClientUnderTest.PublicKey, ClientUnderTest.SecretKey));

    private async Task<SendReport> SendAsync(int port, double timeout = 20)
    {
        using var client = Client(new Uri($"http://127.0.0.1:{port}/"), timeout);
        return await new MessageSender(client, TimeProvider.System).SendAsync(ClientUnderTest.Message, new CallContext(_stop.Token));
    }

    /// <summary>Reads a request on each connection, acts on it, and closes.</summary>
    private void Serve(Func<NetworkStream, Socket, Task> act, bool reads = true) => _ = Task.Run(async () =>
    {
        while (true)
        {
            var socket = await _listener.AcceptSocketAsync(_stop.Token);
            _ = Task.Run(async () =>
            {
                using (socket)
                using (var stream = new NetworkStream(socket))
                {
                    if (reads)
                    {
                        await ReadRequestAsync(stream);
                        Interlocked.Increment(ref _requests);
                    }

                    await act(stream, socket);
                }
            });
        }
    });

    private async Task ReadRequestAsync(NetworkStream stream)
    {
        var text = "";
        var chunk = new byte[4096];
        while (!text.EndsWith('}') && !(text.StartsWith("GET", StringComparison.Ordinal) && text.EndsWith("\r\n\r\n", StringComparison.Ordinal)))
        {
            var read = await stream.ReadAsync(chunk, _stop.Token);
            if (read == 0)
            {
                return;
            }

            text += Encoding.UTF8.GetString(chunk, 0, read);
        }
    }
}
