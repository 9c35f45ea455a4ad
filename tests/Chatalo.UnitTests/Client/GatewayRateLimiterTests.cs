using System.Net;
using Chatalo.Client.Http;
using Microsoft.Extensions.Time.Testing;

namespace Chatalo.UnitTests.Client;

/// <summary>The queue before the window, on a clock that is turned by hand.</summary>
public class GatewayRateLimiterTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task Closing_the_session_wakes_all_who_wait()
    {
        var limiter = new GatewayRateLimiter(TimeSpan.FromSeconds(60), _clock);
        var first = (RatePermit)await limiter.AcquireAsync();
        var waiting = Enumerable.Range(0, 5).Select(_ => limiter.AcquireAsync().AsTask()).ToArray();
        Assert.All(waiting, w => Assert.False(w.IsCompleted));

        limiter.Dispose();

        foreach (var w in waiting)
        {
            await Assert.ThrowsAsync<ObjectDisposedException>(() => w);
        }

        first.Dispose();
    }

    [Fact]
    public async Task A_stop_wakes_the_one_who_waits()
    {
        using var limiter = new GatewayRateLimiter(TimeSpan.FromSeconds(60), _clock);
        using var first = await limiter.AcquireAsync();
        using var stop = new CancellationTokenSource();
        var waiting = limiter.AcquireAsync(1, stop.Token).AsTask();

        stop.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal(0, limiter.GetStatistics()!.CurrentQueuedCount);
    }

    [Fact]
    public async Task The_state_is_what_the_gateway_said()
    {
        using var limiter = new GatewayRateLimiter(TimeSpan.FromSeconds(60), _clock);
        Assert.Equal(new RateLimitState(60, 60, null), limiter.State);

        await TakeAsync(limiter, 200, new RateLimitHeaders(30, 29, null));
        Assert.Equal(new RateLimitState(30, 29, _clock.GetUtcNow().AddSeconds(60)), limiter.State);

        await TakeAsync(limiter, 429, new RateLimitHeaders(30, 0, TimeSpan.FromSeconds(12)));
        Assert.Equal((30, 0), (limiter.State.Limit, limiter.State.Remaining));
        Assert.InRange(limiter.ExpectedWait!.Value.TotalSeconds, 12, 13);

        _clock.Advance(TimeSpan.FromSeconds(13));
        Assert.Equal(new RateLimitState(30, 30, null), limiter.State);
        Assert.Null(limiter.ExpectedWait);
    }

    [Fact]
    public async Task A_clock_that_is_set_back_holds_nobody_up()
    {
        var clock = new SteadyClock();
        using var limiter = new GatewayRateLimiter(TimeSpan.FromSeconds(60), clock);
        await TakeAsync(limiter, 200, new RateLimitHeaders(1, 0, null));
        Assert.False(limiter.AttemptAcquire().IsAcquired);

        clock.Day = clock.Day.AddDays(-1);
        clock.Seconds += 61;

        Assert.True(limiter.AttemptAcquire().IsAcquired);
    }

    [Fact]
    public async Task A_permit_is_settled_once()
    {
        using var limiter = new GatewayRateLimiter(TimeSpan.FromSeconds(60), _clock);
        var permit = (RatePermit)await limiter.AcquireAsync();
        permit.Answered(200, new RateLimitHeaders(3, 2, null));
        permit.Dispose();
        permit.Dispose();

        Assert.Equal(2, limiter.State.Remaining);
        Assert.True(limiter.AttemptAcquire().IsAcquired);
        Assert.True(limiter.AttemptAcquire().IsAcquired);
        Assert.False(limiter.AttemptAcquire().IsAcquired);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    public async Task Three_windows_of_messages_go_through_the_whole_client_without_a_429(int concurrency)
    {
        var used = 0;
        DateTimeOffset? end = null;
        var refused = 0;
        FakeTimeProvider clock = null!;
        var gateway = new Step(true, _ =>
        {
            lock (_clock)
            {
                var now = clock.GetUtcNow();
                if (end is null || now >= end)
                {
                    (end, used) = (now.AddSeconds(60), 0);
                }

                var response = new HttpResponseMessage(used < 60 ? HttpStatusCode.OK : HttpStatusCode.TooManyRequests) { Content = new StringContent(Step.Ok) };
                refused += used < 60 ? 0 : 1;
                used = Math.Min(used + 1, 60);
                response.Headers.Add("X-RateLimit-Limit", "60");
                response.Headers.Add("X-RateLimit-Remaining", (60 - used).ToString(System.Globalization.CultureInfo.InvariantCulture));
                return Task.FromResult(response);
            }
        });
        using var t = new ClientUnderTest(gateway);
        clock = t.Clock;
        var start = clock.GetUtcNow();
        var left = 180;
        var workers = Enumerable.Range(0, concurrency).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                Assert.Equal(SendOutcome.Sent, (await t.SendAsync()).Result.Outcome);
            }
        })).ToArray();

        // The clock is turned only while all who are left wait for it.
        while (!Task.WhenAll(workers).IsCompleted)
        {
            var running = workers.Count(w => !w.IsCompleted);
            if (running > 0 && t.Client.Limiter.GetStatistics()!.CurrentQueuedCount >= running)
            {
                clock.Advance(TimeSpan.FromMilliseconds(500));
            }

            await Task.Delay(1);
        }

        await Task.WhenAll(workers);
        Assert.Equal((180, 0), (t.Gateway.Count, refused));
        Assert.InRange((clock.GetUtcNow() - start).TotalSeconds, 120, 123);
    }

    private static async Task TakeAsync(GatewayRateLimiter limiter, int status, RateLimitHeaders headers)
    {
        using var permit = (RatePermit)await limiter.AcquireAsync();
        permit.Answered(status, headers);
    }

    private sealed class SteadyClock : TimeProvider
    {
        public DateTimeOffset Day { get; set; } = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);

        public long Seconds { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Seconds;

        public override DateTimeOffset GetUtcNow() => Day;
    }
}
