namespace Chatalo;

/// <summary>Whether a campaign may send.</summary>
/// <remarks>A <c>long</c>, because ConvertTo-Json writes the names of such an enumeration, and the numbers of every other.</remarks>
public enum CampaignState : long
{
    /// <summary>Workers may claim its messages.</summary>
    Running,

    /// <summary>No worker claims a message until Resume-ChataloCampaign: paused by hand, or by too many failures.</summary>
    Paused,

    /// <summary>The list was recorded to its end, and nothing is left to send or to settle by itself. More may still be piped into it.</summary>
    Completed,
}
