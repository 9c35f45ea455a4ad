using Chatalo.Client;
using Microsoft.Extensions.Time.Testing;

namespace Chatalo.UnitTests.Client;

/// <summary>Waiting ends in time, whatever the time of day does meanwhile.</summary>
public class DeviceWatchTests
{
    [Theory]
    [InlineData(-1)]
    [InlineData(5)]
    public async Task A_wait_ends_in_time_when_the_clock_is_set(int hours)
    {
        var time = new SetClock();
        using var gateway = new GatewayClient(
            new GatewayOptions(), new GatewayCredential(ClientUnderTest.PublicKey, ClientUnderTest.SecretKey), time,
            new StubGateway(Step.Answer(200, """{"data":{"is_authenticated":false}}""")));
        var waiting = new DeviceWatch(gateway, time).WaitAsync("d-1", TimeSpan.FromSeconds(15), new CallContext(CancellationToken.None));
        time.Offset = TimeSpan.FromHours(hours);

        var seconds = 0;
        while (!waiting.IsCompleted && seconds < 60)
        {
            await Task.WhenAny(waiting, Task.Delay(20));
            time.Steady.Advance(TimeSpan.FromSeconds(1));
            seconds++;
        }

        Assert.Null(await waiting.WaitAsync(TimeSpan.FromSeconds(5)));
        Assert.InRange(seconds, 12, 25);
    }

    /// <summary>A clock whose time of day is set, while its timers and timestamps go on.</summary>
    private sealed class SetClock : TimeProvider
    {
        public FakeTimeProvider Steady { get; } = new();

        public TimeSpan Offset { get; set; }

        public override long TimestampFrequency => Steady.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => Steady.GetUtcNow() + Offset;

        public override long GetTimestamp() => Steady.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => Steady.CreateTimer(callback, state, dueTime, period);
    }
}
