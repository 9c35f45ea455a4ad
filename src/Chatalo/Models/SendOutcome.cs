namespace Chatalo;

/// <summary>What became of a message.</summary>
/// <remarks>A <c>long</c>, because ConvertTo-Json writes the names of such an enumeration, and the numbers of every other.</remarks>
public enum SendOutcome : long
{
    /// <summary>The gateway said that it was sent.</summary>
    Sent,

    /// <summary>It surely was not delivered: refused before the call or by the gateway.</summary>
    Failed,

    /// <summary>It may have been delivered: the answer was lost or unreadable. It is never sent again unless asked.</summary>
    Unknown,

    /// <summary>It was left out on purpose: opted out, duplicate, or already sent.</summary>
    Skipped,
}
