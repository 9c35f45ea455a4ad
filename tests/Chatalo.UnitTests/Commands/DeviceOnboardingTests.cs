using Chatalo.Commands;

namespace Chatalo.UnitTests.Commands;

/// <summary>Linking a device ends in time, and shows its codes in time, whatever the time of day does meanwhile.</summary>
public class DeviceOnboardingTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-3600)]
    [InlineData(3600)]
    [InlineData(-40000)]
    public void It_ends_in_time_when_the_clock_is_set(int seconds)
    {
        var time = new JumpingClock();
        var (codes, pauses) = (0, 0);
        var onboarding = new DeviceOnboarding(TimeSpan.FromSeconds(100), "Sela", time)
        {
            IsLinked = () => false,
            AskForCode = () => new QrCode("d-1", "Sela", time.GetUtcNow().AddSeconds(60), null),
            Show = (_, _) => codes++,
            Pause = wait =>
            {
                // Back and forth by turns, each time before the command looks at the clock again.
                time.Elapsed += wait;
                time.Offset = TimeSpan.FromSeconds(pauses++ % 2 == 0 ? seconds : -seconds);
            },
            Count = (_, _, _) => { },
        };

        var problem = Assert.Throws<ChataloException>(onboarding.Run);

        Assert.Equal(ErrorKind.TimedOut, problem.Kind);
        Assert.InRange(time.Elapsed.TotalSeconds, 99, 102);
        Assert.Equal(2, codes);
    }

    private sealed class JumpingClock : TimeProvider
    {
        private static readonly DateTimeOffset Start = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

        public TimeSpan Elapsed { get; set; }

        public TimeSpan Offset { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => Start + Elapsed + Offset;

        public override long GetTimestamp() => Elapsed.Ticks;
    }
}
