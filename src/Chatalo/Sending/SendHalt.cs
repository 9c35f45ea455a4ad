using System.Globalization;

namespace Chatalo.Sending;

/// <summary>
/// Holds back the rest of a list when what comes first fails for a reason that concerns all of it: after three results in a row with the same cause
/// in the device, nothing more is sent from that device; with one in the account, nothing at all.
/// A session that was disconnected sends nothing more after the first. Thread-safe.
/// </summary>
internal sealed class SendHalt
{
    // One may be a slip of the gateway's. With each more, somebody waits longer for nothing.
    private const int MostInARow = 3;

    private const string Account = "";

    private readonly object _lock = new();
    private readonly Dictionary<string, Streak> _streaks = new(StringComparer.Ordinal);

    /// <summary>Why nothing more is sent from the device; null while it is.</summary>
    public ChataloException? CauseFor(string device)
    {
        lock (_lock)
        {
            return (Find(Account) ?? Find(device))?.Cause;
        }
    }

    /// <summary>Looks at what became of a message.</summary>
    public void Observe(string device, SendReport report)
    {
        if (report.Error is { Kind: ErrorKind.Stopped } stopped && report.Result.Outcome == SendOutcome.Failed)
        {
            End(stopped);
        }
        else if (report.Error is { } error && report.Result.Outcome == SendOutcome.Failed && SendFailure.CauseOf(error) == SendFailureCause.DeviceOrAccount)
        {
            Count(error.Kind is ErrorKind.DeviceNotReady or ErrorKind.NotFound ? device : Account, error);
        }
        else if (report.Result.Outcome != SendOutcome.Skipped && report.Error?.Kind != ErrorKind.Stopped)
        {
            lock (_lock)
            {
                Restart(device);
                Restart(Account);
            }
        }
    }

    /// <summary>Looks at a device that there is not.</summary>
    public void ObserveMissing(string device, ChataloException error) => Count(device, error);

    /// <summary>Nothing more can be sent at all: the session was disconnected.</summary>
    public void End(ChataloException error)
    {
        lock (_lock)
        {
            if (Find(Account) is null)
            {
                _streaks[Account] = new Streak { Cause = error, IsEnd = true };
            }
        }
    }

    /// <summary>Counts a message that is held back.</summary>
    public void HoldBack(string device)
    {
        lock (_lock)
        {
            (Find(Account) ?? Find(device))!.HeldBack++;
        }
    }

    /// <summary>One error for each cause, which counts what was held back for it.</summary>
    public IReadOnlyList<ChataloException> Errors()
    {
        lock (_lock)
        {
            return [.. _streaks.Values.Where(static s => s.HeldBack > 0).Select(static s => Describe(s))];
        }
    }

    private static ChataloException Describe(Streak streak)
    {
        var cause = streak.Cause!;
        var why = streak.IsEnd ? "" : string.Format(CultureInfo.InvariantCulture, ": the {0} before failed alike", MostInARow);
        return new ChataloException(
            cause.Kind,
            string.Format(
                CultureInfo.InvariantCulture, "{0:N0} more {1} not sent{2}. {3}", streak.HeldBack, streak.HeldBack == 1 ? "message was" : "messages were", why, cause.Message),
            cause.RecommendedAction + " Then send the inputs of the Failed results again.", cause.StatusCode, cause);
    }

    private void Count(string scope, ChataloException error)
    {
        lock (_lock)
        {
            if (!_streaks.TryGetValue(scope, out var streak))
            {
                _streaks.Add(scope, streak = new Streak());
            }

            if (streak.Cause is null)
            {
                streak.InARow = streak.Kind == error.Kind && streak.StatusCode == error.StatusCode ? streak.InARow + 1 : 1;
                (streak.Kind, streak.StatusCode) = (error.Kind, error.StatusCode);
                streak.Cause = streak.InARow >= MostInARow ? error : null;
            }
        }
    }

    private Streak? Find(string scope) => _streaks.TryGetValue(scope, out var streak) && streak.Cause is not null ? streak : null;

    private void Restart(string scope)
    {
        if (_streaks.TryGetValue(scope, out var streak))
        {
            streak.InARow = 0;
        }
    }

    private sealed class Streak
    {
        public int InARow { get; set; }

        public ErrorKind Kind { get; set; }

        public int? StatusCode { get; set; }

        public ChataloException? Cause { get; set; }

        public bool IsEnd { get; init; }

        public int HeldBack { get; set; }
    }
}
