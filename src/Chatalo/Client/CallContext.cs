namespace Chatalo.Client;

/// <summary>What a caller hands to every call: who watches it, what ends it, and whether the caller's thread may do the work.</summary>
internal readonly struct CallContext(CancellationToken cancellationToken, ICallObserver? observer = null, bool usesCallersThread = false)
{
    public CancellationToken CancellationToken { get; } = cancellationToken;

    public ICallObserver? Observer { get; } = observer;

    /// <summary>
    /// The caller waits anyway, so its thread reads and writes the socket: two changes of thread fewer for each request. Has an effect
    /// on .NET 5 and later; waits (for the rate limit, before a retry) are asynchronous all the same.
    /// </summary>
    public bool UsesCallersThread { get; } = usesCallersThread;

    /// <summary>The same, with the work done on the caller's thread.</summary>
    public CallContext OnCallersThread() => new(CancellationToken, Observer, usesCallersThread: true);
}
