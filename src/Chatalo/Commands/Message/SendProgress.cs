using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;
using Chatalo.Sending;

namespace Chatalo.Commands;

/// <summary>Shows how a run of messages goes: done, failed, rate, and (when the number expected is known) the time left.</summary>
internal sealed class SendProgress(SendTally tally, int? expected, Action<ProgressRecord> write)
{
    private const int ActivityId = 0x43A7;
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(500);

    private readonly Stopwatch _sinceShown = Stopwatch.StartNew();
    private bool _shown;

    /// <summary>Shows it, at most twice a second.</summary>
    public void Update(string? waiting = null)
    {
        if (waiting is null && _sinceShown.Elapsed < Beat)
        {
            return;
        }

        _sinceShown.Restart();
        _shown = true;
        var record = new ProgressRecord(ActivityId, "Sending WhatsApp messages", Describe(waiting));
        if (expected is { } total and > 0 && tally.Done > 0)
        {
            record.PercentComplete = (int)Math.Min(100L * tally.Done / total, 100);
            record.SecondsRemaining = (int)Math.Min(60 * Math.Max(total - tally.Done, 0) / Math.Max(tally.PerMinute, 0.001), int.MaxValue);
        }

        write(record);
    }

    /// <summary>Takes it away.</summary>
    public void Complete()
    {
        if (_shown)
        {
            write(new ProgressRecord(ActivityId, "Sending WhatsApp messages", "Done") { RecordType = ProgressRecordType.Completed });
        }
    }

    private string Describe(string? waiting)
    {
        var text = string.Format(
            CultureInfo.InvariantCulture, "{0:N0}{1} done, {2:N0} failed, {3:N0} unknown, {4:N0} a minute",
            tally.Done, expected is null ? "" : string.Format(CultureInfo.InvariantCulture, " of {0:N0}", expected), tally.Failed, tally.Unknown, tally.PerMinute);
        return waiting is null ? text : $"{text} – {waiting}";
    }
}
