namespace Chatalo.Client;

/// <summary>What a caller hands to every call: what ends it, who watches it, and what holds it back.</summary>
/// <param name="cancellationToken">Ends the call.</param>
/// <param name="observer">Sees each exchange.</param>
/// <param name="mayLeave">Asked when a request's body is about to be written, the last moment at which nothing has been done; null for always.</param>
internal readonly struct CallContext(CancellationToken cancellationToken, ICallObserver? observer = null, Func<bool>? mayLeave = null)
{
    public CancellationToken CancellationToken { get; } = cancellationToken;

    public ICallObserver? Observer { get; } = observer;

    public bool MayLeave => mayLeave?.Invoke() ?? true;
}
