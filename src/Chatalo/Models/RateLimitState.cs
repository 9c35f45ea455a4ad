using System.Globalization;

namespace Chatalo;

/// <summary>What is known of the gateway's rate window.</summary>
/// <param name="Limit">Requests per window; null when the gateway states no limit.</param>
/// <param name="Remaining">What is left of the current window.</param>
/// <param name="ResetsAt">When the window surely is over; null before its first answer.</param>
public sealed record RateLimitState(int? Limit, int? Remaining, DateTimeOffset? ResetsAt)
{
    /// <inheritdoc />
    public override string ToString() => Limit is null
        ? "no limit stated"
        : string.Format(CultureInfo.InvariantCulture, "{0} of {1} left{2}", Remaining, Limit,
            ResetsAt is { } at ? string.Format(CultureInfo.InvariantCulture, " until {0:HH:mm:ss}", at.ToLocalTime()) : "");
}
