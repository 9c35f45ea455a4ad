namespace Chatalo;

/// <summary>What became of an input of a send that did not come to its end.</summary>
/// <remarks>A <c>long</c>, because ConvertTo-Json writes the names of such an enumeration, and the numbers of every other.</remarks>
public enum InterruptedOutcome : long
{
    /// <summary>The gateway said that it was sent.</summary>
    Sent,

    /// <summary>It was refused, by the module or by the gateway: surely not delivered.</summary>
    Failed,

    /// <summary>It may have been delivered: it was on its way, or its answer was lost.</summary>
    Unknown,

    /// <summary>It was left out on purpose, such as after an opt-out.</summary>
    Skipped,

    /// <summary>It never left, because the send ended before its turn: it can be sent again without a doubt.</summary>
    NotSent,
}
