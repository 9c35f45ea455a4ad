using System.Collections;

namespace Chatalo.Completion;

/// <summary>Completes from the gateway, within half a second: what comes later is there at the next Tab.</summary>
public abstract class RemoteCompleter : Completer
{
    /// <inheritdoc />
    private protected sealed override IEnumerable<Candidate> Candidates(IDictionary boundParameters)
        => SessionOf(boundParameters) is { } session ? InTime(() => FetchAsync(session, boundParameters)) : [];

    /// <summary>Reads the candidates from the session's memory or from the gateway.</summary>
    private protected abstract Task<IReadOnlyList<Candidate>> FetchAsync(Session session, IDictionary boundParameters);
}
