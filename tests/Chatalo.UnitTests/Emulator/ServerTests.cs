using System.Net.Sockets;
using System.Text;
using Chatalo.Emulator;

namespace Chatalo.UnitTests.Emulator;

public sealed class ServerTests : IDisposable
{
    private readonly EmulatorServer _server = EmulatorServer.Start(new EmulatorOptions { MaxBodyBytes = 100_000, RateLimit = 0 });
    private readonly RawClient _raw;

    public ServerTests() => _raw = new RawClient(_server);

    public void Dispose()
    {
        _raw.Dispose();
        _server.Dispose();
    }

    [Fact]
    public async Task AConnectionServesManyRequestsAlsoWhenTheyComeTogether()
    {
        var post = _raw.Post("/messages", EmulatorClient.Text("628111"));
        await _raw.SendAsync(post + _raw.Get("/webhook") + post);
        var answers = await _raw.ReceiveUntilAsync("\"meta\":", times: 3);

        Assert.Equal(2, answers.Split("\"is_sent\":true").Length - 1);
        Assert.Equal(2, _server.Messages.Count);
        Assert.Equal(1, _server.ConnectionCount);
    }

    [Fact]
    public async Task ARequestMayComeByteByByte()
    {
        foreach (var c in _raw.Post("/messages", EmulatorClient.Text("628111")))
        {
            await _raw.SendAsync(c.ToString());
        }

        Assert.Contains("\"is_sent\":true", await _raw.ReceiveUntilAsync("\"meta\":"));
    }

    [Fact]
    public async Task ABodyMayComeInChunks()
    {
        var body = EmulatorClient.Text("628111");
        await _raw.SendAsync(_raw.PostHead("/messages", "Transfer-Encoding: chunked\r\n"));
        await _raw.SendAsync($"{10:x};note=1\r\n{body[..10]}\r\n");
        await _raw.SendAsync($"{body.Length - 10:X}\r\n{body[10..]}\r\n0\r\nTrailer: x\r\n\r\n" + _raw.Get("/webhook"));
        Assert.Contains("\"is_sent\":true", await _raw.ReceiveUntilAsync("\"meta\":", times: 2));
        Assert.Equal("Halo", Assert.Single(_server.Messages).Message);
    }

    [Fact]
    public async Task AClientThatAsksMayContinue()
    {
        var body = EmulatorClient.Text("628111");
        await _raw.SendAsync(_raw.PostHead("/messages", $"Expect: 100-continue\r\nContent-Length: {body.Length}\r\n"));
        Assert.Equal("HTTP/1.1 100 Continue\r\n\r\n", await _raw.ReceiveAsync());
        await _raw.SendAsync(body);
        Assert.Contains("\"is_sent\":true", await _raw.ReceiveUntilAsync("\"meta\":"));
    }

    [Fact]
    public async Task AClientThatWantsToCloseIsLetGo()
    {
        await _raw.SendAsync(_raw.Get("/webhook", "Connection: close\r\n"));
        Assert.Contains("\r\nConnection: close\r\n", await _raw.ReceiveToEndAsync());
    }

    [Theory]
    [InlineData("Content-Length: 100001\r\n", "413 Payload Too Large")]
    [InlineData("Content-Length: -1\r\n", "400 Bad Request")]
    [InlineData("Content-Length: 1\r\nContent-Length: 1\r\n", "400 Bad Request")]
    [InlineData("Content-Length: 1\r\nTransfer-Encoding: chunked\r\n", "400 Bad Request")]
    [InlineData("Transfer-Encoding: gzip\r\n", "501 Not Implemented")]
    [InlineData("no colon\r\n", "400 Bad Request")]
    public async Task WhatCannotBeReadIsRefusedAndTheConnectionEnds(string headers, string expected)
    {
        await _raw.SendAsync(_raw.PostHead("/messages", headers));
        Assert.StartsWith("HTTP/1.1 " + expected, await _raw.ReceiveToEndAsync());
        Assert.Equal(0, _server.RequestCount);
    }

    [Theory]
    [InlineData("zz\r\n", "400 Bad Request")]
    [InlineData("186a1\r\n", "413 Payload Too Large")]
    [InlineData("ffffffff\r\n", "400 Bad Request")]
    [InlineData("2\r\nabcd", "400 Bad Request")]
    public async Task ChunksThatLieAreRefused(string chunks, string expected)
    {
        await _raw.SendAsync(_raw.PostHead("/messages", "Transfer-Encoding: chunked\r\n") + chunks);
        Assert.StartsWith("HTTP/1.1 " + expected, await _raw.ReceiveToEndAsync());
    }

    [Fact]
    public async Task HeadersWithoutEndAreRefused()
    {
        await _raw.SendAsync("GET / HTTP/1.1\r\nX-Long: " + new string('x', 33 * 1024));
        Assert.StartsWith("HTTP/1.1 431", await _raw.ReceiveToEndAsync());
    }

    [Fact]
    public async Task A413IsReadEvenWhenTheClientHasSentEverything()
    {
        await _raw.SendAsync(_raw.PostHead("/messages", "Content-Length: 500000\r\n") + new string('x', 500_000));
        Assert.StartsWith("HTTP/1.1 413", await _raw.ReceiveToEndAsync());
    }

    [Theory]
    [InlineData("GET", "/nothing", 404)]
    [InlineData("GET", "/device/a/b", 404)]
    [InlineData("DELETE", "/profile", 405)]
    [InlineData("GET", "/messages", 405)]
    public async Task AnUnknownRouteIsAnsweredInJson(string method, string path, int status)
    {
        using var client = new EmulatorClient(_server);
        var reply = await client.SendAsync(new HttpMethod(method), path);
        Assert.Equal((status, status, "[]"), (reply.Status, reply.Json.GetProperty("meta").GetProperty("code").GetInt32(), reply.Data.GetRawText()));
    }

    [Theory]
    [InlineData("X-Public-Key", null)]
    [InlineData("X-Public-Key", "emulator-public-key")]
    [InlineData("X-Secret-Key", null)]
    [InlineData("X-Secret-Key", "wrong")]
    public async Task WrongKeysAreRefused(string header, string? value)
    {
        using var client = new EmulatorClient(_server);
        client.Headers.Remove(header);
        client.Headers.TryAddWithoutValidation(header, value);
        var reply = await client.PostAsync("/messages", EmulatorClient.Text("628111"));
        Assert.Equal((403, 403, "[]"), (reply.Status, reply.Json.GetProperty("meta").GetProperty("code").GetInt32(), reply.Data.GetRawText()));
        Assert.Empty(_server.Messages);
    }

    [Fact]
    public async Task TheEndClosesListenerAndConnections()
    {
        await _raw.SendAsync(_raw.Get("/webhook"));
        await _raw.ReceiveUntilAsync("\"meta\":");
        using var waiting = new RawClient(_server);
        _server.AddFault(new FaultRule { Kind = FaultKind.Delay, DelayMs = 600_000 });
        await waiting.SendAsync(waiting.Get("/webhook"));
        while (_server.Faults[0].Applied == 0)
        {
            await Task.Yield();
        }

        _server.Dispose();
        _server.Dispose();

        Assert.Equal(0, _server.ConnectionCount);
        await AssertEndedAsync(_raw);
        await AssertEndedAsync(waiting);
        Assert.Throws<SocketException>(() => new RawClient(_server));
    }

    [Fact]
    public async Task TheEndCutsOffAClientThatDoesNotRead()
    {
        var asking = Task.Run(async () =>
        {
            for (var i = 0; i < 100_000; i++)
            {
                await _raw.SendAsync(_raw.Get("/webhook"));
            }
        });
        long before;
        do
        {
            before = _server.RequestCount;
            await Task.Delay(300);
        }
        while (_server.RequestCount > before);

        // The buffers of both sides are full: the server waits for the client to read.
        Assert.False(asking.IsCompleted);
        _server.Dispose();

        Assert.Equal(0, _server.ConnectionCount);
        await Assert.ThrowsAsync<SocketException>(() => asking);
    }

    [Fact]
    public void TwoListenOnDifferentPortsAndAThirdNotOnATakenOne()
    {
        using var other = EmulatorServer.Start();
        Assert.NotEqual(_server.BaseUri, other.BaseUri);
        Assert.Equal($"http://127.0.0.1:{other.BaseUri.Port}/api/v1", other.BaseUri.ToString());
        Assert.Throws<SocketException>(() => EmulatorServer.Start(new EmulatorOptions { Port = other.BaseUri.Port }));
    }

    [Fact]
    public void AnOptionThatCannotBeIsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => EmulatorServer.Start(new EmulatorOptions { Port = 70_000 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => EmulatorServer.Start(new EmulatorOptions { ValidationStatusCode = 418 }));
    }

    [Fact]
    public async Task ManyConnectionsAreServedAtOnce()
    {
        using var client = new EmulatorClient(_server);
        var replies = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => client.PostAsync("/messages", EmulatorClient.Text($"628{i:d6}"))));
        Assert.All(replies, reply => Assert.Equal(200, reply.Status));
        Assert.Equal(200, _server.DeliveriesByRecipient().Count);
    }

    [Fact]
    public async Task ALargeBodyIsReadWhole()
    {
        var message = new StringBuilder().Append('x', 90_000).ToString();
        await _raw.SendAsync(_raw.Post("/messages", EmulatorClient.Text("628111", message)));
        await _raw.ReceiveUntilAsync("\"meta\":");
        Assert.Equal(message, Assert.Single(_server.Messages).Message);
    }

    private static async Task AssertEndedAsync(RawClient client)
    {
        try
        {
            Assert.Equal("", await client.ReceiveAsync());
        }
        catch (SocketException e)
        {
            Assert.Equal(SocketError.ConnectionReset, e.SocketErrorCode);
        }
    }
}
