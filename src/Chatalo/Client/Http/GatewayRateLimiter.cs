using System.Threading.RateLimiting;

namespace Chatalo.Client.Http;

/// <summary>Lets requests through as <see cref="RateWindow"/> says, and has the others wait. Thread-safe; one for each session.</summary>
internal sealed class GatewayRateLimiter(TimeSpan window, TimeProvider time) : RateLimiter
{
    private readonly object _lock = new();
    private readonly RateWindow _window = new(window);
    private readonly long _start = time.GetTimestamp();
    private TaskCompletionSource<bool> _changed = NewSignal();
    private int _waiting;
    private bool _disposed;

    /// <summary>The state to show: the limit, what is left of the window, and when it ends.</summary>
    public RateLimitState State
    {
        get
        {
            lock (_lock)
            {
                var now = Now;
                return _window.Limit is { } limit
                    ? new RateLimitState(limit, _window.Remaining(now), time.GetUtcNow() + (_window.EndsAt(now) - now))
                    : new RateLimitState(null, null, time.GetUtcNow() + _window.ClosedFor(now));
            }
        }
    }

    /// <summary>How long the next request waits because the budget is used up; null when it does not, or nobody knows.</summary>
    public TimeSpan? ExpectedWait
    {
        get
        {
            lock (_lock)
            {
                return _window.WaitFor(Now);
            }
        }
    }

    /// <inheritdoc />
    public override TimeSpan? IdleDuration => null;

    // Not the time of day, which may be set back.
    private TimeSpan Now => time.GetElapsedTime(_start);

    /// <inheritdoc />
    public override RateLimiterStatistics? GetStatistics()
    {
        lock (_lock)
        {
            return new RateLimiterStatistics { CurrentAvailablePermits = _window.Remaining(Now), CurrentQueuedCount = _waiting };
        }
    }

    /// <summary>Takes in what became of a request.</summary>
    internal void Tell(Action<RateWindow, TimeSpan> what)
    {
        lock (_lock)
        {
            what(_window, Now);
            Signal();
        }
    }

    /// <inheritdoc />
    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        lock (_lock)
        {
            return TryTake(Now) ?? RatePermit.Refused;
        }
    }

    /// <summary>Waits for leave. It is refused when the gateway asked for a longer wait than anybody wants to sit out.</summary>
    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            TimeSpan? wait;
            lock (_lock)
            {
                var now = Now;
                if (TryTake(now) is { } permit)
                {
                    return permit;
                }

                if (_window.ClosedFor(now) > RetryHandler.LongestWait)
                {
                    return RatePermit.Refused;
                }

                wait = _window.NextLook(now);
                changed = _changed.Task;
                _waiting++;
            }

            try
            {
                await WaitAsync(changed, wait, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                Interlocked.Decrement(ref _waiting);
            }
        }
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        lock (_lock)
        {
            _disposed = true;
            Signal();
        }
    }

    private static TaskCompletionSource<bool> NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task WaitAsync(Task changed, TimeSpan? wait, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

        // Timers count whole milliseconds; a part of one would be spun away.
        var delay = wait is { } known ? TimeSpan.FromMilliseconds(Math.Ceiling(known.TotalMilliseconds)) : Timeout.InfiniteTimeSpan;
        await Task.WhenAny(changed, time.DelayAsync(delay, stop.Token)).ConfigureAwait(false);
        stop.Cancel();
        cancellationToken.ThrowIfCancellationRequested();
    }

    private void Signal()
    {
        // Only waiters make a signal worth renewing.
        if (Volatile.Read(ref _waiting) > 0)
        {
            _changed.TrySetResult(true);
            _changed = NewSignal();
        }
    }

    private RatePermit? TryTake(TimeSpan now)
    {
        if (_disposed)
        {
            throw new ObjectDisposedException(nameof(GatewayRateLimiter), "The session is disconnected.");
        }

        return _window.TryTake(now) is { } ticket ? new RatePermit(this, ticket) : null;
    }
}
