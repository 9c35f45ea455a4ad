using System.Net;
using System.Net.Sockets;
using System.Text;
using CsCheck;

namespace Chatalo.UnitTests.Webhooks;

/// <summary>Ten thousand bodies and connections that mean no good: the listener goes on, and its memory does not grow.</summary>
public class HostileSenderTests
{
    private const int Attacks = 10_000;
    private const long MayGrowBy = 32 * 1024 * 1024;

    private static readonly Gen<string> Body = Gen.OneOf(
        Gen.String,
        Gen.Int[1, 20_000].Select(depth => new string('[', depth)),
        Gen.Int[1, 5_000].Select(depth => string.Concat(Enumerable.Repeat("{\"a\":", depth))),
        Gen.String[Gen.Char["{}[]\":,0\\u "], 0, 200],
        Gen.Int[1, 3_000].Select(count => $"[{string.Join(',', Enumerable.Repeat("{}", count))}]"),
        Gen.Select(Gen.String[Gen.Char['a', 'z'], 0, 300], Gen.Int[0, 50_000], (id, length) => $$"""{"chat_id":"{{id}}","message":"{{new string('x', length)}}"}"""));

    private static readonly Gen<string> Request = Gen.OneOf(
        Body.Select(body => $"POST /token HTTP/1.1\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}"),
        Body.Select(body => $"POST /token HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n{Encoding.UTF8.GetByteCount(body):x}\r\n{body}\r\n0\r\n\r\n"),
        Gen.Select(Body, Gen.Int[0, 2_000_000_000], (body, length) => $"POST /token HTTP/1.1\r\nContent-Length: {length}\r\n\r\n{body}"),
        Gen.Select(Gen.OneOf("/", "/../token", "//token", "/%2e%2e/token", "/token/..", "/token\0", "http://[", "token", "/wrong"), Body, (path, body) => $"POST {path} HTTP/1.1\r\n\r\n{body}"),
        Gen.Select(Body, Body, (name, value) => $"POST /token HTTP/1.1\r\n{name}: {value}\r\n\r\n"),
        Body);

    [Fact]
    public async Task Ten_thousand_hostile_senders_neither_stop_it_nor_grow_its_memory()
    {
        using var fixture = new ListenerFixture(capacity: 1000, remembered: 10_000);
        var attacks = Request.Array[500].Single();
        await AttackAsync(fixture, attacks, 500);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        await AttackAsync(fixture, attacks, Attacks);

        fixture.TakeAll();
        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.True(grown < MayGrowBy, $"It holds {grown:N0} bytes more.");
        // The last attackers may fill the queue once more; an honest sender that is told 503 comes again.
        var answer = await fixture.PostAsync(ListenerFixture.Event("after all"));
        for (var attempt = 0; answer == HttpStatusCode.ServiceUnavailable && attempt < 100; attempt++)
        {
            fixture.TakeAll();
            await Task.Delay(50);
            answer = await fixture.PostAsync(ListenerFixture.Event("after all"));
        }

        Assert.Equal(HttpStatusCode.OK, answer);
        Assert.Contains(fixture.TakeAll(), message => message.Id == "after all");
    }

    private static async Task AttackAsync(ListenerFixture fixture, string[] attacks, int count) => await Parallel.ForAsync(
        0, count, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (i, _) =>
        {
            try
            {
                using var socket = await fixture.ConnectAsync();
                await socket.SendAsync(Encoding.UTF8.GetBytes(attacks[i % attacks.Length]));
                if (i % 3 != 0)
                {
                    socket.Shutdown(SocketShutdown.Send);
                    await ListenerFixture.ReadToEndAsync(socket);
                }
            }
            catch (SocketException)
            {
                // Cut off in the middle of it, as it should be.
            }

            if (i % 100 == 0)
            {
                fixture.TakeAll();
            }
        });
}
