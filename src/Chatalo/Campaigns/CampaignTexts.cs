namespace Chatalo.Campaigns;

/// <summary>The reasons that results and rows share.</summary>
internal static class CampaignTexts
{
    public const string OptedOut = "The recipient has opted out (Get-ChataloOptOut).";

    public const string Duplicate = "The recipient is in the list more than once.";

    public const string Abandoned = "The worker ended before it recorded the outcome: the message may have been delivered.";

    public static string ClockWasAhead(string what)
        => $"A stored time of {what} is further in the future than its rule allows: a clock was wrong when it was written. It holds nobody longer than the rule.";

    public static string OtherZone(string device, TimeSpan zone, TimeSpan session)
        => $"The day of -DailyLimit begins for the device {device} at midnight of {Offset(zone)}, which its first message settled; the zone of this campaign's session is {Offset(session)}. "
            + "Resume-ChataloCampaign -UseSessionZone changes it.";

    public static string IsPaused(Campaign campaign)
        => $"The campaign '{campaign.Name}' is paused ({campaign.PauseReason}) with {campaign.Pending} messages pending: Resume-ChataloCampaign goes on.";

    public static string Paused(string name, string? reason)
        => $"The campaign '{name}' is paused{(reason is null ? "" : $" ({reason})")}: recorded, not sent. Resume-ChataloCampaign goes on.";

    public static string Waits(CampaignRow campaign, DateTimeOffset until)
    {
        var rules = string.Join(" and ", new[] { campaign.Window is { } window ? $"-Between {window}" : "", campaign.DailyLimit is { } limit ? $"-DailyLimit {limit}" : "" }.Where(static rule => rule.Length > 0));
        return $"The campaign '{campaign.Name}' sends nothing before {until.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture)} ({Offset(until.Offset)}), by its {rules}. "
            + "The command waits until then; Ctrl+C ends it, and the same command or Resume-ChataloCampaign goes on.";
    }

    public static string Disconnected(string name)
        => $"The session was disconnected while the campaign '{name}' ran: recorded, not sent.";

    private static string Offset(TimeSpan offset) => "UTC" + (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString(@"hh\:mm", System.Globalization.CultureInfo.InvariantCulture);
}
