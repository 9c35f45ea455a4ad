using System.Globalization;
using System.Management.Automation;

namespace Chatalo.Host;

/// <summary>One line that shows the newest progress. It returns what to write and leaves the writing to its owner.</summary>
internal sealed class ProgressLine
{
    private const string Erase = "\r\u001b[K";
    private const int BarWidth = 20;

    private readonly List<((long Source, int Id) Key, ProgressRecord Record)> _active = [];
    private bool _shown;

    /// <summary>Takes a record in.</summary>
    /// <param name="source">Who reports.</param>
    /// <param name="record">What is reported.</param>
    /// <param name="width">Characters in a line.</param>
    /// <returns>The text that brings the terminal up to date.</returns>
    public string Update(long source, ProgressRecord record, int width)
    {
        _active.RemoveAll(a => a.Key == (source, record.ActivityId));
        if (record.RecordType == ProgressRecordType.Processing)
        {
            _active.Add(((source, record.ActivityId), record));
        }

        if (_active.Count == 0)
        {
            return Hide();
        }

        _shown = true;
        // One column stays free: a full line would wrap, and the next one could not erase it.
        return Erase + Fit(Render(_active[^1].Record), width - 1);
    }

    /// <summary>The text that takes the line away until the next record.</summary>
    public string Hide()
    {
        var text = _shown ? Erase : "";
        _shown = false;
        return text;
    }

    /// <summary>Forgets every record.</summary>
    /// <returns>The text that takes the line away.</returns>
    public string Clear()
    {
        _active.Clear();
        return Hide();
    }

    private static string Render(ProgressRecord record)
    {
        var parts = new List<string> { record.Activity };
        if (record.PercentComplete >= 0)
        {
            var percent = Math.Min(record.PercentComplete, 100);
            var filled = percent * BarWidth / 100;
            parts.Add($"[{new string('#', filled)}{new string(' ', BarWidth - filled)}] {percent.ToString(CultureInfo.InvariantCulture)}%");
        }

        if (record.SecondsRemaining >= 0)
        {
            parts.Add(TimeSpan.FromSeconds(record.SecondsRemaining).ToString("c", CultureInfo.InvariantCulture));
        }

        parts.Add(record.StatusDescription);
        if (!string.IsNullOrWhiteSpace(record.CurrentOperation))
        {
            parts.Add(record.CurrentOperation);
        }

        return string.Join(' ', parts).ReplaceLineEndings(" ");
    }

    private static string Fit(string text, int width) => text.Length <= width ? text : text[..Math.Max(0, width)];
}
