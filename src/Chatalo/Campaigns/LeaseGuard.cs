namespace Chatalo.Campaigns;

/// <summary>
/// Stops what is in flight shortly before its lease ends, when the store could not be reached to renew it: from then on another worker
/// may be told to send the same message. Thread-safe.
/// </summary>
internal sealed class LeaseGuard(TimeSpan lease, CancellationToken stop) : IDisposable
{
    private readonly object _lock = new();
    private readonly TimeSpan _safe = TimeSpan.FromTicks(lease.Ticks / 6 * 5);
    private CancellationTokenSource _source = CancellationTokenSource.CreateLinkedTokenSource(stop);
    private DateTimeOffset? _renewedAt;
    private DateTimeOffset _lostUntil;

    /// <summary>Ends when the leases can no longer be trusted, or the run is stopped.</summary>
    public CancellationToken Token
    {
        get
        {
            lock (_lock)
            {
                return _source.Token;
            }
        }
    }

    /// <summary>All leases were made or lengthened at that moment; those that had ended were not, for others may have taken the messages.</summary>
    public void Renewed(DateTimeOffset at)
    {
        lock (_lock)
        {
            if (at - _renewedAt >= _safe)
            {
                _lostUntil = at - _safe;
            }

            _renewedAt = at;
            var left = at + _safe - DateTimeOffset.UtcNow;
            if (_source.IsCancellationRequested && !stop.IsCancellationRequested)
            {
                _source.Dispose();
                _source = CancellationTokenSource.CreateLinkedTokenSource(stop);
            }

            _source.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        }
    }

    /// <summary>
    /// Whether a lease made at that moment, and lengthened since, still holds. Asked when a request's bytes are about to leave: a machine may
    /// have slept until now, and the timers that should have stopped the request are woken no sooner than the request.
    /// </summary>
    public bool Holds(DateTimeOffset madeAt)
    {
        lock (_lock)
        {
            var from = _renewedAt is { } renewed && renewed > madeAt ? renewed : madeAt;
            return !_source.IsCancellationRequested && madeAt > _lostUntil && DateTimeOffset.UtcNow - from < _safe;
        }
    }

    public void GiveUp() => _source.Cancel();

    public void Dispose() => _source.Dispose();
}
