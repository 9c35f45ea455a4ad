namespace Chatalo.Client;

/// <summary>What a caller hands to every call: what ends it, and who watches it.</summary>
internal readonly struct CallContext(CancellationToken cancellationToken, ICallObserver? observer = null)
{
    public CancellationToken CancellationToken { get; } = cancellationToken;

    public ICallObserver? Observer { get; } = observer;
}
