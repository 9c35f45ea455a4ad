using System.Globalization;

namespace Chatalo.Commands;

/// <summary>
/// Waits for somebody to scan a code: shows one, looks every few seconds whether the device is linked, and shows the next before the
/// last expires. WhatsApp gives a fresh phone about six codes, the first for about 60 s, the others for less.
/// </summary>
internal sealed class DeviceOnboarding(TimeSpan limit, string device, TimeProvider time)
{
    internal const int MostCodes = 6;

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

    /// <summary>Each second: the code's number, the seconds until the next one, and the seconds until the command gives up.</summary>
    public required Action<int, int, int> Count { get; init; }

    private TimeSpan Now => time.GetElapsedTime(_start);

    /// <exception cref="ChataloException">Nobody scanned in time, or all codes have expired.</exception>
    public void Run()
    {
        var end = Now + limit;
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

    private bool IsScannedBefore(TimeSpan next, int number, TimeSpan end)
    {
        var look = Now + LookEvery;
        while (Now < next)
        {
            Count(number, Seconds(next), Seconds(end));
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

    // This machine's clock may be wrong: a life that cannot be true is replaced by one that can.
    private TimeSpan RenewAt(QrCode code)
    {
        var now = time.GetUtcNow();
        var life = (code.ExpiresAt ?? now + LongestLife) - now;
        return Now + (life > LongestLife + RenewBefore ? LongestLife : life < ShortestLife ? ShortestLife : life) - RenewBefore;
    }

    private int Seconds(TimeSpan until) => (int)Math.Ceiling(Math.Max((until - Now).TotalSeconds, 0));

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b > TimeSpan.Zero ? b : TimeSpan.Zero;
}
