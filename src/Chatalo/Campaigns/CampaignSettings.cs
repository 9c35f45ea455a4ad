using Chatalo.Sending;

namespace Chatalo.Campaigns;

/// <summary>How a campaign sends. What is null was not given: a campaign keeps what it has.</summary>
internal sealed record CampaignSettings
{
    public Interval? Interval { get; init; }

    public int? DailyLimit { get; init; }

    public DailyWindow? Window { get; init; }

    /// <summary>The zone of the day and of the window.</summary>
    public TimeSpan? UtcOffset { get; init; }

    public int? MaxFailures { get; init; }
}
