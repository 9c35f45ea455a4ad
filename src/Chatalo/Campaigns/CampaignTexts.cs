namespace Chatalo.Campaigns;

/// <summary>The reasons that results and rows share.</summary>
internal static class CampaignTexts
{
    public const string OptedOut = "The recipient has opted out (Get-ChataloOptOut).";

    public const string Duplicate = "The recipient is in the list more than once.";

    public const string Abandoned = "The worker ended before it recorded the outcome: the message may have been delivered.";

    public static string IsPaused(Campaign campaign)
        => $"The campaign '{campaign.Name}' is paused ({campaign.PauseReason}) with {campaign.Pending} messages pending: Resume-ChataloCampaign goes on.";

    public static string Paused(string name, string? reason)
        => $"The campaign '{name}' is paused{(reason is null ? "" : $" ({reason})")}: recorded, not sent. Resume-ChataloCampaign goes on.";
}
