using System.Collections;

namespace Chatalo.Completion;

/// <summary>Completes a group by its name.</summary>
public sealed class GroupNameCompleter : RemoteCompleter
{
    private protected override async Task<IReadOnlyList<Candidate>> FetchAsync(Session session, IDictionary boundParameters)
        => (await session.Lists.GroupsAsync(session, boundParameters["Device"]?.ToString()).ConfigureAwait(false))
            .Where(g => !string.IsNullOrEmpty(g.Name))
            .Select(g => new Candidate(g.Name!, g.Name!, $"{g.Name}: {g.ParticipantCount} members, {g.Id}"))
            .ToList();
}
