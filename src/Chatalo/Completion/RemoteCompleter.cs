using System.Collections;

namespace Chatalo.Completion;

/// <summary>Completes from the gateway, within half a second: what comes later is there at the next Tab.</summary>
public abstract class RemoteCompleter : Completer
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(400);

    /// <inheritdoc />
    private protected sealed override IEnumerable<Candidate> Candidates(IDictionary boundParameters)
    {
        if (SessionOf(boundParameters) is not { } session)
        {
            return [];
        }

        // On the thread pool: the pipeline thread must be free to give up.
        var candidates = Task.Run(() => FetchAsync(session, boundParameters));
        return Task.WhenAny(candidates, Task.Delay(Patience)).GetAwaiter().GetResult() == candidates && candidates.Status == TaskStatus.RanToCompletion
            ? candidates.GetAwaiter().GetResult()
            : [];
    }

    /// <summary>Reads the candidates from the session's memory or from the gateway.</summary>
    private protected abstract Task<IReadOnlyList<Candidate>> FetchAsync(Session session, IDictionary boundParameters);
}
