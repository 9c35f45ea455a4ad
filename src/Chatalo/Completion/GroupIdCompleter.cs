using System.Collections;

namespace Chatalo.Completion;

/// <summary>Completes a group's id, found by its name or id.</summary>
public sealed class GroupIdCompleter : RemoteCompleter
{
    private protected override async Task<IReadOnlyList<Candidate>> FetchAsync(Session session, IDictionary boundParameters)
        => (await session.Lists.GroupsAsync(session, boundParameters["Device"]?.ToString()).ConfigureAwait(false))
            .Select(g => new Candidate(g.Id, string.IsNullOrEmpty(g.Name) ? g.Id : g.Name!, $"{g.Name}: {g.ParticipantCount} members, {g.Id}"))
            .ToList();
}
