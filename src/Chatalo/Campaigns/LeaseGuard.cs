namespace Chatalo.Campaigns;

/// <summary>
/// Stops what is in flight shortly before its lease ends, when the store could not be reached to renew it: from then on another worker
/// may be told to send the same message.
/// </summary>
internal sealed class LeaseGuard(TimeSpan lease, CancellationToken stop) : IDisposable
{
    private readonly TimeSpan _safe = TimeSpan.FromTicks(lease.Ticks / 6 * 5);
    private CancellationTokenSource _source = CancellationTokenSource.CreateLinkedTokenSource(stop);

    /// <summary>Ends when the leases can no longer be trusted, or the run is stopped.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>All leases were made or lengthened at that moment.</summary>
    public void Renewed(DateTimeOffset at)
    {
        var left = at + _safe - DateTimeOffset.UtcNow;
        if (_source.IsCancellationRequested && !stop.IsCancellationRequested)
        {
            _source.Dispose();
            _source = CancellationTokenSource.CreateLinkedTokenSource(stop);
        }

        _source.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
    }

    /// <summary>Whether a lease made at that moment still holds; asked right before a request, since a machine may have slept.</summary>
    public bool Holds(DateTimeOffset at) => !_source.IsCancellationRequested && DateTimeOffset.UtcNow - at < _safe;

    public void GiveUp() => _source.Cancel();

    public void Dispose() => _source.Dispose();
}
