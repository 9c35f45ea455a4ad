namespace Chatalo.Campaigns;

/// <summary>What becomes of a row that was claimed. What was thought to have left, and did not, has failed instead of being pending again.</summary>
internal enum ClaimEnd
{
    /// <summary>It has its outcome.</summary>
    Settled,

    /// <summary>Nothing of it left, because the run was stopped: pending again, as if it had never been claimed.</summary>
    Released,

    /// <summary>Nothing of it left, because the gateway took nothing at that time: pending again, and the device rests.</summary>
    PutBack,
}
