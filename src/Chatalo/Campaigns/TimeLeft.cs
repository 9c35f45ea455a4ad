namespace Chatalo.Campaigns;

/// <summary>Estimates how long the pending messages of a campaign take.</summary>
internal static class TimeLeft
{
    // The gateway takes 60 requests a minute.
    private const double GatewaySeconds = 1;

    public static TimeSpan Estimate(CampaignRow campaign, long pending, long devices)
    {
        devices = Math.Max(devices, 1);
        var each = campaign.Interval is { } interval ? (interval.Minimum + interval.Maximum) / 2 / devices : 0;
        var seconds = pending * Math.Max(each, GatewaySeconds) / (campaign.Window?.Share ?? 1);
        if (campaign.DailyLimit is { } limit)
        {
            seconds = Math.Max(seconds, Math.Max(Math.Ceiling(pending / (double)(limit * devices)) - 1, 0) * 86_400);
        }

        return TimeSpan.FromSeconds(Math.Round(Math.Min(seconds, TimeSpan.FromDays(36_500).TotalSeconds)));
    }
}
