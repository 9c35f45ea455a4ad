namespace Chatalo.Campaigns;

/// <summary>What the store did in one transaction.</summary>
internal sealed record TurnAnswer
{
    /// <summary>For each import why it is left out; null where it was recorded.</summary>
    public IReadOnlyList<string?> LeftOut { get; init; } = [];

    public IReadOnlyList<ClaimedDelivery> Claimed { get; init; } = [];

    /// <summary>Rows that came up and were skipped because their recipients opted out.</summary>
    public IReadOnlyList<ClaimedDelivery> OptedOut { get; init; } = [];

    /// <summary>What the user should know; each is to be told once.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public bool IsPaused { get; init; }

    public string? PauseReason { get; init; }

    /// <summary>How long until a device's turn comes; null when no pending message waits for one.</summary>
    public TimeSpan? Wait { get; init; }

    /// <summary>Whether messages are pending. Only told when some were wanted and none claimed.</summary>
    public bool HasPending { get; init; }

    /// <summary>Whether other workers have messages in flight, or died with them. Told as <see cref="HasPending"/>.</summary>
    public bool OthersAreSending { get; init; }
}
