using Chatalo.Sending;

namespace Chatalo.Campaigns;

/// <summary>Decides what a report means for the row.</summary>
internal static class OutcomePolicy
{
    // With the rests below these make about five minutes, in which the gateway took nothing at all.
    private const int MostAttempts = 8;

    private static readonly TimeSpan ShortestRest = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(60);

    /// <summary>
    /// A message that could not leave is not the recipient's failure: stopped by the user, it is pending as before; where the gateway could
    /// not be reached or stayed at its rate limit, it is pending and the device rests, for all workers, longer each time. Where the device, the keys or
    /// the account are refused, the next message would fail alike: it is pending and the campaign pauses.
    /// </summary>
    public static ClaimOutcome Judge(ClaimedDelivery claim, SendReport report)
    {
        var kind = report.Error?.Kind;
        if (kind == ErrorKind.Stopped)
        {
            return new ClaimOutcome(claim, ClaimEnd.Released, report.Result);
        }

        if (report is { Error: { } error, Result.Outcome: SendOutcome.Failed } && SendFailure.CauseOf(error) == SendFailureCause.DeviceOrAccount)
        {
            return new ClaimOutcome(claim, ClaimEnd.Released, report.Result) { PauseReason = error.Message.TrimEnd('.') };
        }

        if (kind is not (ErrorKind.RateLimited or ErrorKind.Unreachable) || report.Result.Outcome != SendOutcome.Failed || claim.Attempts >= MostAttempts)
        {
            return new ClaimOutcome(claim, ClaimEnd.Settled, report.Result);
        }

        var rest = TimeSpan.FromTicks(ShortestRest.Ticks << (claim.Attempts - 1));
        return new ClaimOutcome(claim, ClaimEnd.PutBack, report.Result) { Rest = rest < LongestRest ? rest : LongestRest };
    }
}
