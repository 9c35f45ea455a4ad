using System.Globalization;
using System.Management.Automation;

namespace Chatalo.Commands;

/// <summary>
/// Waits for somebody to scan a code: shows one, looks every few seconds whether the device is linked, and shows the next before the
/// last expires. WhatsApp gives a fresh phone about six codes, the first for about 60 s, the others for less.
/// </summary>
internal sealed class DeviceOnboarding(TimeSpan limit, string device, TimeProvider time)
{
    internal const int MostCodes = 6;

    private const int ActivityId = 0x43A8;
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan RenewBefore = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LongestLife = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ShortestLife = TimeSpan.FromSeconds(8);

    // Times since this moment: the time of day may be set back or forth meanwhile.
    private readonly long _start = time.GetTimestamp();

    public required Func<bool> IsLinked { get; init; }

    public required Func<QrCode> AskForCode { get; init; }

    public required Action<QrCode, int> Show { get; init; }

    public required Action<TimeSpan> Pause { get; init; }

    public required Action<ProgressRecord> Progress { get; init; }

    private TimeSpan Now => time.GetElapsedTime(_start);

    /// <exception cref="ChataloException">Nobody scanned in time, or all codes have expired.</exception>
    public void Run()
    {
        var end = Now + limit;
        try
        {
            for (var number = 1; !IsLinked(); number++)
            {
                if (number > MostCodes)
                {
                    throw new ChataloException(
                        ErrorKind.TimedOut, $"{MostCodes} codes of the device {device} expired without being scanned.", "Run the command again with the phone at hand.");
                }

                var code = AskForCode();
                Show(code, number);
                if (IsScannedBefore(Min(end, RenewAt(code)), number, end))
                {
                    return;
                }

                if (Now >= end)
                {
                    throw new ChataloException(
                        ErrorKind.TimedOut, string.Format(CultureInfo.InvariantCulture, "The device {0} was not linked within {1:0} s.", device, limit.TotalSeconds),
                        "Run the command again with the phone at hand, or wait longer with -TimeoutSec.");
                }
            }
        }
        finally
        {
            Progress(new ProgressRecord(ActivityId, "Linking " + device, "Done") { RecordType = ProgressRecordType.Completed });
        }
    }

    private bool IsScannedBefore(TimeSpan next, int number, TimeSpan end)
    {
        var look = Now + LookEvery;
        while (Now < next)
        {
            Count(next, number, end);
            Pause(Min(Second, next - Now));
            if (Now >= look)
            {
                look = Now + LookEvery;
                if (IsLinked())
                {
                    return true;
                }
            }
        }

        return IsLinked();
    }

    private void Count(TimeSpan next, int number, TimeSpan end)
    {
        var left = Math.Max((end - Now).TotalSeconds, 0);
        Progress(new ProgressRecord(ActivityId, "Linking " + device, string.Format(
            CultureInfo.InvariantCulture, "Scan code {0} of {1} in WhatsApp under Linked devices; a new one in {2:0} s", number, MostCodes,
            Math.Max((next - Now).TotalSeconds, 0)))
        {
            SecondsRemaining = (int)left,
            PercentComplete = (int)Math.Min(100, Math.Max(0, 100 - (100 * left / limit.TotalSeconds))),
        });
    }

    // This machine's clock may be wrong: a life that cannot be true is replaced by one that can.
    private TimeSpan RenewAt(QrCode code)
    {
        var now = time.GetUtcNow();
        var life = (code.ExpiresAt ?? now + LongestLife) - now;
        return Now + (life > LongestLife + RenewBefore ? LongestLife : life < ShortestLife ? ShortestLife : life) - RenewBefore;
    }

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b > TimeSpan.Zero ? b : TimeSpan.Zero;
}
