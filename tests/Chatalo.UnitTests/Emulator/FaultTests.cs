using System.Net.Sockets;
using Chatalo.Emulator;
using Microsoft.Extensions.Time.Testing;

namespace Chatalo.UnitTests.Emulator;

public sealed class FaultTests : IDisposable
{
    private readonly EmulatorServer _server = EmulatorServer.Start();
    private readonly EmulatorClient _client;

    public FaultTests() => _client = new EmulatorClient(_server);

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
    }

    [Fact]
    public async Task AStatusIsAnsweredWithoutProcessing()
    {
        _server.AddFault(new FaultRule { Kind = FaultKind.Status, StatusCode = 500, Count = 1 });
        var failed = await _client.PostAsync("/messages", EmulatorClient.Text("628111"));

        Assert.Equal((500, "application/json", "Server Error"), (failed.Status, failed.ContentType, failed.Json.GetProperty("message").GetString()));
        Assert.Empty(_server.Messages);
        Assert.Equal(200, (await _client.PostAsync("/messages", EmulatorClient.Text("628111"))).Status);
    }

    [Fact]
    public async Task AStatusCanComeAfterProcessing()
    {
        _server.AddFault(new FaultRule { Kind = FaultKind.Status, StatusCode = 502, ProcessFirst = true });
        var failed = await _client.PostAsync("/messages", EmulatorClient.Text("628111"));

        Assert.Equal((502, "text/html"), (failed.Status, failed.ContentType));
        Assert.Single(_server.Messages);
    }

    [Fact]
    public async Task AStatusTakesABodyATypeAndHeaders()
    {
        _server.AddFault(new FaultRule
        {
            StatusCode = 200,
            Body = """{"data":{"is_sent":false},"meta":{"code":200,"message":"OK"}}""",
            ContentType = "application/vnd.test+json",
            Headers = new Dictionary<string, string> { ["X-Test"] = "yes" },
        });
        var reply = await _client.GetAsync("/profile");

        Assert.Equal((200, "application/vnd.test+json", "yes"), (reply.Status, reply.ContentType, reply.Header("X-Test")));
        Assert.False(reply.Data.GetProperty("is_sent").GetBoolean());
    }

    [Theory]
    [InlineData(null, "1")]
    [InlineData(0, "0")]
    [InlineData(2, "2")]
    public async Task A429SaysWhenToRetry(int? retryAfter, string expected)
    {
        _server.AddFault(new FaultRule { StatusCode = 429, RetryAfter = retryAfter });
        var reply = await _client.GetAsync("/profile");

        Assert.Equal((429, expected, "0"), (reply.Status, reply.Header("Retry-After"), reply.Header("X-RateLimit-Remaining")));
        Assert.Equal("Too Many Attempts.", reply.Json.GetProperty("message").GetString());
    }

    [Fact]
    public async Task A401AndA422HaveTheGatewaysShape()
    {
        _server.AddFault(new FaultRule { StatusCode = 401 });
        var reply = await _client.GetAsync("/profile");
        Assert.Equal((401, "Unauthorized"), (reply.Status, reply.Message));
    }

    [Theory]
    [InlineData(FaultKind.ResetBefore, 0)]
    [InlineData(FaultKind.ResetAfter, 1)]
    public async Task AResetIsSeenAsOneAndOnlyTheLateOneDelivers(FaultKind kind, int delivered)
    {
        _server.AddFault(new FaultRule { Kind = kind });
        using var raw = new RawClient(_server);
        await raw.SendAsync(raw.Post("/messages", EmulatorClient.Text("628111")));
        var seen = await Assert.ThrowsAsync<SocketException>(raw.ReceiveAsync);

        Assert.Equal(SocketError.ConnectionReset, seen.SocketErrorCode);
        Assert.Equal(delivered, _server.Messages.Count);
        var request = Assert.Single(_server.Requests);
        Assert.Equal((0, kind), (request.StatusCode, request.Fault));
    }

    [Fact]
    public async Task ATruncatedAnswerPromisesMoreThanItSends()
    {
        _server.AddFault(new FaultRule { Kind = FaultKind.Truncate });
        using var raw = new RawClient(_server);
        await raw.SendAsync(raw.Post("/messages", EmulatorClient.Text("628111")));
        var parts = (await raw.ReceiveToEndAsync()).Split("\r\n\r\n");
        var announced = int.Parse(parts[0].Split("Content-Length: ")[1].Split('\r')[0]);

        Assert.StartsWith("HTTP/1.1 200 OK", parts[0]);
        Assert.Equal(announced / 2, parts[1].Length);
        Assert.Single(_server.Messages);
        await Assert.ThrowsAsync<HttpRequestException>(() => _client.GetAsync("/profile"));
    }

    [Fact]
    public async Task HtmlAndNothingComeWith200AndDeliverNothing()
    {
        _server.AddFault(new FaultRule { Kind = FaultKind.Html, Count = 1 });
        var page = await _client.PostAsync("/messages", EmulatorClient.Text("628111"));
        _server.ClearFaults();
        _server.AddFault(new FaultRule { Kind = FaultKind.Empty });
        var nothing = await _client.PostAsync("/messages", EmulatorClient.Text("628111"));

        Assert.Equal((200, "text/html"), (page.Status, page.ContentType));
        Assert.Contains("<html>", page.Text);
        Assert.Equal((200, 0), (nothing.Status, nothing.Bytes.Length));
        Assert.Empty(_server.Messages);
    }

    [Theory]
    [InlineData(500, 0, 0)]
    [InlineData(0, 500, 1)]
    public async Task ADelayHoldsTheAnswerBeforeOrAfterProcessing(int before, int after, int deliveredMeanwhile)
    {
        var clock = new FakeTimeProvider();
        using var server = EmulatorServer.Start(new EmulatorOptions { TimeProvider = clock });
        using var client = new EmulatorClient(server);
        var fault = server.AddFault(new FaultRule { Kind = FaultKind.Delay, DelayMs = before, DelayAfterMs = after });
        var reply = client.PostAsync("/messages", EmulatorClient.Text("628111"));
        await Until(() => fault.Applied == 1 && server.Messages.Count == deliveredMeanwhile);
        Assert.False(reply.IsCompleted);

        // The delay may be asked for a moment after the counters move, so the clock goes on until it is over.
        while (!reply.IsCompleted)
        {
            clock.Advance(TimeSpan.FromMilliseconds(500));
            await Task.Yield();
        }

        Assert.Equal(200, (await reply).Status);
        Assert.Single(server.Messages);
    }

    [Fact]
    public async Task EveryThirdCallAfterTheFirstTwoTwice()
    {
        var fault = _server.AddFault(new FaultRule { StatusCode = 503, Every = 3, Skip = 2, Count = 2 });
        var statuses = new List<int>();
        for (var i = 0; i < 12; i++)
        {
            statuses.Add((await _client.GetAsync("/webhook")).Status);
        }

        Assert.Equal([200, 200, 200, 200, 503, 200, 200, 503, 200, 200, 200, 200], statuses);
        Assert.Equal((12, 2, true), (fault.Matched, fault.Applied, fault.IsSpent));
    }

    [Fact]
    public async Task OnlyMatchingCallsAreMet()
    {
        var fault = _server.AddFault(new FaultRule { Path = "/api/v1/device*", Method = "get" });

        Assert.Equal(200, (await _client.GetAsync("/profile")).Status);
        Assert.Equal(400, (await _client.PostAsync("/device", "{}")).Status);
        Assert.Equal(500, (await _client.GetAsync("/device")).Status);
        Assert.Equal(500, (await _client.GetAsync("/device/status/" + EmulatorServer.ReadyDeviceId)).Status);
        Assert.Equal(2, fault.Matched);
        Assert.True(_server.RemoveFault(fault));
        Assert.Equal(200, (await _client.GetAsync("/device")).Status);
    }

    [Fact]
    public async Task CountsAreExactUnderConcurrency()
    {
        using var server = EmulatorServer.Start(new EmulatorOptions { RateLimit = 0 });
        using var client = new EmulatorClient(server);
        server.AddFault(new FaultRule { Path = "/messages", Every = 5 });
        server.AddFault(new FaultRule { Path = "/messages", StatusCode = 503, Every = 7 });
        var replies = await Task.WhenAll(Enumerable.Range(0, 350).Select(i => client.PostAsync("/messages", EmulatorClient.Text($"62811{i:d4}"))));

        // Of 350 calls 70 are fifths and 50 are sevenths; the ten that are both go to the first rule.
        Assert.Equal((70, 40), (replies.Count(reply => reply.Status == 500), replies.Count(reply => reply.Status == 503)));
        Assert.Equal(240, server.Messages.Count);
        Assert.All(server.DeliveriesByRecipient().Values, count => Assert.Equal(1, count));
    }

    [Fact]
    public void ARuleThatCannotBeIsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => _server.AddFault(new FaultRule { Every = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => _server.AddFault(new FaultRule { StatusCode = 99 }));
        Assert.Empty(_server.Faults);
    }

    private static async Task Until(Func<bool> condition)
    {
        while (!condition())
        {
            await Task.Yield();
        }
    }
}
