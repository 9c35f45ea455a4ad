namespace Chatalo;

/// <summary>How far the message to one recipient of a campaign is.</summary>
/// <remarks>A <c>long</c>, because ConvertTo-Json writes the names of such an enumeration, and the numbers of every other.</remarks>
public enum DeliveryStatus : long
{
    /// <summary>Recorded, not sent.</summary>
    Pending,

    /// <summary>A worker has claimed it; its request is on its way, or was when the worker ended.</summary>
    Sending,

    /// <summary>The gateway said that it was sent.</summary>
    Sent,

    /// <summary>It surely was not delivered: refused by the gateway, or already as an input.</summary>
    Failed,

    /// <summary>It may have been delivered: the answer was lost, or the worker ended before it could record the outcome.</summary>
    Unknown,

    /// <summary>Left out on purpose: opted out, or in the list for the second time.</summary>
    Skipped,
}
