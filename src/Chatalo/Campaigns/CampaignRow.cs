using Chatalo.Sending;

namespace Chatalo.Campaigns;

/// <summary>A campaign as a worker needs it.</summary>
internal sealed record CampaignRow
{
    public long Id { get; init; }

    public string Name { get; init; } = "";

    public bool IsPaused { get; init; }

    public string? PauseReason { get; init; }

    public Interval? Interval { get; init; }

    public int? DailyLimit { get; init; }

    public DailyWindow? Window { get; init; }

    public TimeSpan UtcOffset { get; init; }

    public int? MaxFailures { get; init; }

    public bool IsListComplete { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
}
