namespace Chatalo;

/// <summary>Whether a campaign may send.</summary>
public enum CampaignState
{
    /// <summary>Workers may claim its messages. It stays so when all are sent.</summary>
    Running,

    /// <summary>No worker claims a message until Resume-ChataloCampaign: paused by hand, or by too many failures.</summary>
    Paused,
}
