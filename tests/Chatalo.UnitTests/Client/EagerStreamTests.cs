using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Chatalo.Client.Http;

namespace Chatalo.UnitTests.Client;

/// <summary>A connection whose caller looks out for the answer, beside .NET's own, over real sockets.</summary>
public sealed class EagerStreamTests : IDisposable
{
    private static readonly X509Certificate2 Certificate = MakeCertificate();

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private int _connections;

    public EagerStreamTests() => _listener.Start();

    /// <summary>The lengths of the pieces an answer comes in, the time before each in ms, and whether by TLS.</summary>
    public static TheoryData<int, int, bool> Answers { get; } = new()
    {
        { int.MaxValue, 0, false },
        { int.MaxValue, 30, false },
        { 7, 0, false },
        { 40, 1, false },
        { int.MaxValue, 0, true },
        { int.MaxValue, 30, true },
        { 40, 1, true },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public void A_thread_of_its_own_gets_every_answer_over_one_connection(int piece, int wait, bool tls)
    {
        _ = ServeAsync(piece, wait, tls, requestsPerConnection: int.MaxValue);
        using var http = new HttpMessageInvoker(Transport());

        OnAThreadOfItsOwn(() =>
        {
            for (var i = 0; i < 20; i++)
            {
                Assert.Equal($"echo of {i}", Send(http, tls, $"{i}"));
            }
        });

        Assert.Equal(1, _connections);
    }

    [Fact]
    public void A_request_of_many_writes_is_answered()
    {
        _ = ServeAsync(int.MaxValue, 0, false, requestsPerConnection: int.MaxValue);
        using var http = new HttpMessageInvoker(Transport());
        var text = new string('x', 300_000);

        OnAThreadOfItsOwn(() =>
        {
            Assert.Equal($"echo of {text}", Send(http, false, text));
            Assert.Equal($"echo of {text}", Send(http, false, text));
        });
    }

    [Fact]
    public void A_connection_that_the_server_has_closed_is_not_written_to()
    {
        _ = ServeAsync(int.MaxValue, 0, false, requestsPerConnection: 1);
        using var http = new HttpMessageInvoker(Transport());

        OnAThreadOfItsOwn(() =>
        {
            for (var i = 0; i < 3; i++)
            {
                Assert.Equal($"echo of {i}", Send(http, false, $"{i}"));
                Thread.Sleep(50);
            }
        });

        Assert.Equal(3, _connections);
    }

    [Fact]
    public void An_answer_that_is_cut_off_ends_the_request()
    {
        _ = ServeAsync(30, 0, false, requestsPerConnection: 0);
        using var http = new HttpMessageInvoker(Transport());

        OnAThreadOfItsOwn(() => Assert.Throws<HttpRequestException>(() => Send(http, false, "1")));
    }

    [Fact]
    public void Nobody_waits_longer_than_the_request_may_take()
    {
        _ = ServeAsync(int.MaxValue, 0, false, requestsPerConnection: int.MaxValue);
        using var http = new HttpMessageInvoker(Transport());

        OnAThreadOfItsOwn(() =>
        {
            Send(http, false, "1");
            using var stop = new CancellationTokenSource(200);
            Assert.ThrowsAny<OperationCanceledException>(() => Send(http, false, "never", stop.Token));
            Assert.Equal("echo of 2", Send(http, false, "2"));
        });
    }

    public void Dispose() => _listener.Dispose();

    private static void OnAThreadOfItsOwn(Action action)
    {
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(action));
        thread.Start();
        Assert.True(thread.Join(TimeSpan.FromMinutes(1)), "It hangs.");
        Assert.Null(failure);
    }

    private static SocketsHttpHandler Transport() => new()
    {
        ConnectCallback = EagerStream.ConnectAsync,
        SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = static (_, _, _, _) => true },
    };

    private static X509Certificate2 MakeCertificate()
    {
        using var key = RSA.Create(2048);
        return new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    private string Send(HttpMessageInvoker http, bool tls, string text, CancellationToken cancellationToken = default)
    {
        var port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{(tls ? "https" : "http")}://127.0.0.1:{port}/") { Content = new StringContent(text) };
        Task<HttpResponseMessage> sending;
        using (EagerStream.BeginRequest())
        {
            sending = http.SendAsync(request, cancellationToken);
        }

        using var response = sending.GetAwaiter().GetResult();
        return response.Content.ReadAsStringAsync(cancellationToken).GetAwaiter().GetResult();
    }

    private async Task ServeAsync(int piece, int wait, bool tls, int requestsPerConnection)
    {
        while (true)
        {
            var client = await _listener.AcceptTcpClientAsync();
            Interlocked.Increment(ref _connections);
            _ = AnswerAsync(client, piece, wait, tls, requestsPerConnection);
        }
    }

    private static async Task AnswerAsync(TcpClient client, int piece, int wait, bool tls, int requests)
    {
        using var owner = client;
        client.NoDelay = true;
        Stream stream = client.GetStream();
        if (tls)
        {
            var secured = new SslStream(stream);
            await secured.AuthenticateAsServerAsync(Certificate);
            stream = secured;
        }

        using var reader = new StreamReader(stream, Encoding.ASCII);
        do
        {
            var length = 0;
            while (await reader.ReadLineAsync() is { Length: > 0 } line)
            {
                length = line.StartsWith("Content-Length: ", StringComparison.Ordinal) ? int.Parse(line[16..]) : length;
            }

            var text = new char[length];
            await reader.ReadBlockAsync(text);
            if (new string(text) == "never")
            {
                await Task.Delay(2000);
            }

            var answer = Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {length + 8}\r\n\r\necho of {new string(text)}");
            for (var at = 0; at < (requests > 0 ? answer.Length : 30); at += Math.Min(piece, answer.Length))
            {
                await Task.Delay(wait);
                await stream.WriteAsync(answer.AsMemory(at, Math.Min(piece, answer.Length - at)));
            }
        }
        while (--requests > 0);
    }
}
