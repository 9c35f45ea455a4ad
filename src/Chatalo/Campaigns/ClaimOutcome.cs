namespace Chatalo.Campaigns;

/// <summary>How a claim ended, to be recorded.</summary>
internal sealed record ClaimOutcome(ClaimedDelivery Claim, ClaimEnd End, SendResult Result)
{
    /// <summary>How long the device is to rest after <see cref="ClaimEnd.PutBack"/>, for all workers.</summary>
    public TimeSpan Rest { get; init; }

    /// <summary>Why the campaign is to be paused; null when it is not.</summary>
    public string? PauseReason { get; init; }
}
