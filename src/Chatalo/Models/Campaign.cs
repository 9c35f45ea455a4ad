using System.Globalization;
using Chatalo.Text;

namespace Chatalo;

/// <summary>A campaign as its store knows it: one message to each of many recipients.</summary>
public sealed class Campaign : IExtended
{
    /// <summary>Its name; upper and lower case are the same.</summary>
    public string Name { get; init; } = "";

    /// <summary>The same name, under the parameter that other cmdlets bind.</summary>
    public string CampaignName => Name;

    /// <summary>Whether its messages may be claimed.</summary>
    public CampaignState State => IsPaused ? CampaignState.Paused : IsComplete ? CampaignState.Completed : CampaignState.Running;

    internal bool IsPaused { get; init; }

    /// <summary>Why it is paused; null when it is not.</summary>
    public string? PauseReason { get; init; }

    /// <summary>All rows recorded: a row for each recipient, and one for each input that was refused or that named a recipient again.</summary>
    public long Total => Pending + Sending + Sent + Failed + Unknown + Skipped;

    /// <summary>Recorded and not sent.</summary>
    public long Pending { get; init; }

    /// <summary>Claimed by a worker whose lease runs.</summary>
    public long Sending { get; init; }

    /// <summary>Sent, as the gateway said.</summary>
    public long Sent { get; init; }

    /// <summary>Surely not delivered, with the inputs that were refused.</summary>
    public long Failed { get; init; }

    /// <summary>Maybe delivered; with those whose worker ended before it recorded the outcome.</summary>
    public long Unknown { get; init; }

    /// <summary>Left out: opted out, or in the list for the second time.</summary>
    public long Skipped { get; init; }

    /// <summary>Whether nothing is left to send or to settle by itself.</summary>
    public bool IsComplete => Pending == 0 && Sending == 0 && IsListComplete;

    /// <summary>Whether the list was recorded to its end. If not, pipe the same list again: what is recorded is not sent twice.</summary>
    public bool IsListComplete { get; init; }

    /// <summary>The gap between two messages of a device, in seconds, such as <c>5-10</c>; null for none.</summary>
    public string? Interval { get; init; }

    /// <summary>The most messages of a device in a day of <see cref="UtcOffset"/>; null for no limit.</summary>
    public int? DailyLimit { get; init; }

    /// <summary>The hours in which it may send, such as <c>08:00-20:00</c>, in the zone of <see cref="UtcOffset"/>; null for all.</summary>
    public string? Between { get; init; }

    /// <summary>The zone of the day and of the hours: a TimeSpan in PowerShell, in JSON a text such as <c>07:00:00</c>.</summary>
    public string UtcOffset => Offset.ToString("c", CultureInfo.InvariantCulture);

    internal TimeSpan Offset { get; init; }

    /// <summary>How many failed or unknown messages pause it; null for never.</summary>
    public int? MaxFailures { get; init; }

    /// <summary>
    /// An estimate of the time that the pending messages still take: the longest of what -Interval, -DailyLimit and the gateway's 60 requests a minute
    /// demand, stretched by -Between. It knows nothing of other use of the account. A TimeSpan in PowerShell, in JSON a text.
    /// </summary>
    public string TimeLeft => Estimate.ToString("c", CultureInfo.InvariantCulture);

    internal TimeSpan Estimate { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The store that holds it, without any password.</summary>
    public string Store { get; init; } = "";

    IEnumerable<KeyValuePair<string, object>> IExtended.Extensions => [new(nameof(UtcOffset), Offset), new(nameof(TimeLeft), Estimate)];

    IEnumerable<IExtended> IExtended.Parts => [];

    /// <inheritdoc />
    public override string ToString() => DisplayText.Line(Name);
}
