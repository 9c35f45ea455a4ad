namespace Chatalo;

/// <summary>Whether a campaign may send.</summary>
public enum CampaignState
{
    /// <summary>Workers may claim its messages.</summary>
    Running,

    /// <summary>No worker claims a message until Resume-ChataloCampaign: paused by hand, or by too many failures.</summary>
    Paused,

    /// <summary>The list was recorded to its end, and nothing is left to send or to settle by itself. More may still be piped into it.</summary>
    Completed,
}
