using System.Net;
using System.Net.Sockets;
using System.Text;
using Chatalo.Webhooks;

namespace Chatalo.UnitTests.Webhooks;

public class MessageListenerTests
{
    [Fact]
    public async Task A_post_is_answered_before_anybody_has_taken_it()
    {
        using var fixture = new ListenerFixture();

        Assert.Equal(HttpStatusCode.OK, await fixture.PostAsync(ExampleEvent.Json));

        Assert.Equal("D073D8Bxxxx", Assert.Single(fixture.TakeAll()).Id);
        Assert.Equal(1, fixture.Arrivals);
    }

    [Fact]
    public async Task A_tunnels_host_a_query_chunks_and_continue_are_taken()
    {
        using var fixture = new ListenerFixture();
        using var tunnelled = new HttpRequestMessage(HttpMethod.Post, fixture.Listener.Uri + "?from=gateway") { Content = new StringContent(ListenerFixture.Event("1")) };
        tunnelled.Headers.Host = "my-tunnel.example";
        tunnelled.Headers.TransferEncodingChunked = true;

        Assert.Equal(HttpStatusCode.OK, await fixture.SendAsync(tunnelled));
        Assert.Equal(HttpStatusCode.OK, await fixture.PostAsync(fixture.Listener.Uri, Encoding.UTF8.GetBytes(ListenerFixture.Event("2")), expectContinue: true));
        Assert.Equal(["1", "2"], fixture.TakeAll().Select(m => m.Id));
    }

    [Fact]
    public async Task A_thousand_posts_at_once_are_all_received_once_and_in_order_per_sender()
    {
        const int Senders = 50, Each = 20;
        using var fixture = new ListenerFixture();

        await Task.WhenAll(Enumerable.Range(0, Senders).Select(sender => Task.Run(async () =>
        {
            for (var i = 0; i < Each; i++)
            {
                Assert.Equal(HttpStatusCode.OK, await fixture.PostAsync(ListenerFixture.Event($"{sender}-{i}", $"628{sender}")));
            }
        })));

        var bySender = fixture.TakeAll().GroupBy(m => m.Number).ToDictionary(g => g.Key!, g => g.Select(m => m.Id).ToArray());
        Assert.Equal(Senders, bySender.Count);
        Assert.All(Enumerable.Range(0, Senders), sender => Assert.Equal(Enumerable.Range(0, Each).Select(i => $"{sender}-{i}"), bySender[$"+628{sender}"]));
    }

    [Fact]
    public async Task A_thousand_single_posts_with_no_order_are_all_received_once()
    {
        using var fixture = new ListenerFixture();

        var answers = await Task.WhenAll(Enumerable.Range(0, 1000).Select(i => fixture.PostAsync(ListenerFixture.Event($"{i}"))));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a));
        Assert.Equal(Enumerable.Range(0, 1000).Select(i => $"{i}").Order(), fixture.TakeAll().Select(m => m.Id!).Order());
    }

    [Fact]
    public async Task A_re_delivery_is_answered_and_dropped()
    {
        using var fixture = new ListenerFixture();
        var body = ListenerFixture.Event("1");

        Assert.All(await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => fixture.PostAsync(body))), a => Assert.Equal(HttpStatusCode.OK, a));
        Assert.Equal(HttpStatusCode.OK, await fixture.PostAsync(body.Replace("\"d\"", "\"other device\"", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.OK, await fixture.PostAsync("""{"message":"no id"}"""));
        Assert.Equal(HttpStatusCode.OK, await fixture.PostAsync("""{"message":"no id"}"""));

        Assert.Equal(["1", "1", null, null], fixture.TakeAll().Select(m => m.Id));
    }

    [Fact]
    public async Task Who_finds_no_room_is_told_to_come_again()
    {
        using var fixture = new ListenerFixture(capacity: 2);
        await fixture.PostAsync(ListenerFixture.Event("1"));
        await fixture.PostAsync(ListenerFixture.Event("2"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await fixture.PostAsync(ListenerFixture.Event("3")));
        Assert.Equal(2, fixture.TakeAll().Count);
        Assert.Equal(HttpStatusCode.OK, await fixture.PostAsync(ListenerFixture.Event("3")));
        Assert.Equal("3", Assert.Single(fixture.TakeAll()).Id);
    }

    [Fact]
    public async Task What_is_more_than_wanted_is_not_taken_from_the_gateway()
    {
        using var fixture = new ListenerFixture(wanted: 2);

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => fixture.PostAsync(ListenerFixture.Event($"{i}"))));

        Assert.Equal(2, answers.Count(a => a == HttpStatusCode.OK));
        Assert.Equal(8, answers.Count(a => a == HttpStatusCode.ServiceUnavailable));
        Assert.True(fixture.WebhookQueue.IsComplete);
    }

    [Fact]
    public async Task What_is_not_json_is_refused_and_reported()
    {
        using var fixture = new ListenerFixture();

        Assert.Equal(HttpStatusCode.BadRequest, await fixture.PostAsync("<html>"));

        var content = fixture.WebhookQueue.Take();
        Assert.Empty(content!.Messages);
        Assert.Contains("<html>", Assert.Single(content.Problems).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST / HTTP/1.1")]
    [InlineData("POST /toke HTTP/1.1")]
    [InlineData("POST /tokenn HTTP/1.1")]
    [InlineData("POST /Token HTTP/1.1")]
    [InlineData("POST //token HTTP/1.1")]
    [InlineData("POST /x/../token HTTP/1.1")]
    [InlineData("POST /%74oken HTTP/1.1")]
    [InlineData("POST /token%00 HTTP/1.1")]
    [InlineData("POST /token/../../etc/passwd HTTP/1.1")]
    [InlineData("POST http://127.0.0.1/else HTTP/1.1")]
    [InlineData("POST * HTTP/1.1")]
    [InlineData("GET /token HTTP/1.1")]
    [InlineData("post /token HTTP/1.1")]
    [InlineData("DELETE /token HTTP/1.1")]
    public async Task Whoever_asks_for_something_else_learns_nothing(string requestLine)
    {
        using var fixture = new ListenerFixture();

        var answer = await fixture.RawAsync($"{requestLine}\r\nHost: x\r\nContent-Length: 2\r\n\r\n{{}}");

        Assert.StartsWith("HTTP/1.1 404 Not Found\r\n", answer, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Server:", answer, StringComparison.Ordinal);
        Assert.Null(fixture.WebhookQueue.Take());
    }

    [Theory]
    [InlineData("Content-Length: 104857600", "413")]
    [InlineData("Content-Length: 99999999999999999999", "400")]
    [InlineData("Content-Length: -1", "400")]
    [InlineData("Content-Length: 2\r\nContent-Length: 3", "400")]
    [InlineData("Content-Length: 2\r\nTransfer-Encoding: chunked", "400")]
    [InlineData("Transfer-Encoding: gzip", "501")]
    [InlineData(": no name", "400")]
    public async Task What_is_announced_wrongly_is_refused_without_waiting_for_it(string header, string status)
    {
        using var fixture = new ListenerFixture();

        Assert.StartsWith($"HTTP/1.1 {status} ", await fixture.RawAsync($"POST /token HTTP/1.1\r\n{header}\r\n\r\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bodies_and_headers_are_capped()
    {
        using var fixture = new ListenerFixture();

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await fixture.PostAsync(fixture.Listener.Uri, new byte[MessageListener.MaximumBodyBytes + 1], expectContinue: true));
        Assert.StartsWith("HTTP/1.1 413 ", await fixture.RawAsync("POST /token HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n7fffffff\r\n"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 431 ", await fixture.RawAsync("POST /token HTTP/1.1\r\nX: " + new string('x', 20_000)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await fixture.PostAsync(ListenerFixture.Event("1")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("POST /tok")]
    [InlineData("POST /token HTTP/1.1\r\nContent-Length: 10\r\n\r\n{")]
    [InlineData("POST /token HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{")]
    public async Task Slow_senders_are_cut_off_and_others_are_served(string begun)
    {
        using var fixture = new ListenerFixture(requestTime: TimeSpan.FromMilliseconds(300));
        // More than there are places.
        var slow = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => fixture.BeginAsync(begun)));

        Assert.Equal(HttpStatusCode.OK, await PostUntilHeardAsync(fixture));
        Assert.Single(fixture.TakeAll());
        foreach (var socket in slow.OfType<Socket>())
        {
            Assert.Equal("", await ListenerFixture.ReadToEndAsync(socket));
            socket.Dispose();
        }
    }

    // On a busy machine an honest sender may be too slow as well; it comes again, as the gateway does.
    private static async Task<HttpStatusCode> PostUntilHeardAsync(ListenerFixture fixture)
    {
        while (true)
        {
            try
            {
                return await fixture.PostAsync(ListenerFixture.Event("1"));
            }
            catch (HttpRequestException e) when (e.InnerException is IOException or SocketException)
            {
            }
        }
    }

    [Fact]
    public async Task Once_it_has_ended_the_port_is_closed()
    {
        var fixture = new ListenerFixture();
        using var open = await fixture.ConnectAsync();
        fixture.Dispose();

        Assert.Equal(0, fixture.Listener.ConnectionCount);
        await Assert.ThrowsAsync<SocketException>(fixture.ConnectAsync);
    }

    [Fact]
    public void A_port_that_is_taken_is_refused_with_the_remedy()
    {
        using var fixture = new ListenerFixture();

        var error = Assert.Throws<ChataloException>(
            () => new MessageListener(ListenerAddress.OnLoopback(fixture.Listener.Uri.Port, null), new WebhookQueue(1, 1, 1), () => { }));
        Assert.Equal(ErrorKind.InvalidInput, error.Kind);
        Assert.Contains("another port", error.RecommendedAction, StringComparison.Ordinal);
    }
}
