using Chatalo.Sending;

namespace Chatalo.Campaigns;

/// <summary>What a worker has for the store in one transaction, and what it wants.</summary>
internal sealed record TurnRequest(long CampaignId, string Owner, TimeSpan Lease)
{
    /// <summary>Recipients to record.</summary>
    public IReadOnlyList<OutgoingMessage> Imports { get; init; } = [];

    /// <summary>Inputs to record that are not sent.</summary>
    public IReadOnlyList<UnsentInput> Unsent { get; init; } = [];

    public IReadOnlyList<ClaimOutcome> Outcomes { get; init; } = [];

    /// <summary>How many messages it can send now.</summary>
    public int Wanted { get; init; }

    /// <summary>Lengthens the leases of all that this worker has claimed.</summary>
    public bool Renews { get; init; }

    /// <summary>
    /// After a transaction whose end was lost: the rows that the worker knows it has. Others with its name were claimed in that transaction
    /// and never sent.
    /// </summary>
    public IReadOnlyCollection<long>? InFlight { get; init; }
}
