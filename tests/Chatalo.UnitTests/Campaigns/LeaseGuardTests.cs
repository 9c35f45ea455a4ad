using Chatalo.Campaigns;

namespace Chatalo.UnitTests.Campaigns;

public sealed class LeaseGuardTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(6);

    private readonly CancellationTokenSource _stop = new();

    [Theory]
    [InlineData(0, true)]
    [InlineData(4, true)]
    [InlineData(5, false)]
    [InlineData(600, false)]
    public void A_lease_is_trusted_until_a_sixth_of_it_is_left(int minutesAgo, bool holds)
    {
        using var guard = new LeaseGuard(Lease, _stop.Token);

        Assert.Equal(holds, guard.Holds(DateTimeOffset.UtcNow.AddMinutes(-minutesAgo)));
    }

    [Fact]
    public void A_lease_that_was_lengthened_is_as_good_as_a_new_one()
    {
        using var guard = new LeaseGuard(Lease, _stop.Token);
        var now = DateTimeOffset.UtcNow;
        guard.Renewed(now.AddMinutes(-8));
        guard.Renewed(now.AddMinutes(-4));
        guard.Renewed(now);

        Assert.True(guard.Holds(now.AddMinutes(-8)));
    }

    [Fact]
    public void A_lease_that_had_ended_is_not_lengthened()
    {
        using var guard = new LeaseGuard(Lease, _stop.Token);
        var now = DateTimeOffset.UtcNow;
        guard.Renewed(now.AddMinutes(-60));
        // The machine slept for most of an hour.
        guard.Renewed(now);

        Assert.False(guard.Holds(now.AddMinutes(-59)));
        Assert.True(guard.Holds(now.AddMinutes(-1)));
        Assert.True(guard.Holds(now));
    }

    [Fact]
    public void Nothing_holds_any_more_when_the_run_is_stopped_or_given_up()
    {
        using var given = new LeaseGuard(Lease, CancellationToken.None);
        using var stopped = new LeaseGuard(Lease, _stop.Token);
        given.GiveUp();
        _stop.Cancel();

        Assert.False(given.Holds(DateTimeOffset.UtcNow));
        Assert.False(stopped.Holds(DateTimeOffset.UtcNow));
    }

    [Fact]
    public async Task What_is_in_flight_is_stopped_at_once_when_its_lease_has_passed()
    {
        using var guard = new LeaseGuard(Lease, _stop.Token);
        guard.Renewed(DateTimeOffset.UtcNow.AddMinutes(-6));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.Delay(TimeSpan.FromMinutes(1), guard.Token));
        guard.Renewed(DateTimeOffset.UtcNow);

        Assert.False(guard.Token.IsCancellationRequested);
        Assert.True(guard.Holds(DateTimeOffset.UtcNow));
    }
}
