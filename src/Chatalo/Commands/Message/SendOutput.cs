using System.Management.Automation;
using System.Management.Automation.Host;
using Chatalo.Sending;

namespace Chatalo.Commands;

/// <summary>Writes what became of each message, and keeps what the pipeline no longer takes.</summary>
/// <param name="tally">Counts the outcomes.</param>
/// <param name="log">Remembers what became of each input; of a campaign, whose store has them, what the pipeline did not take.</param>
/// <param name="stop">Ends when the cmdlet is stopped.</param>
/// <param name="write">Writes a result.</param>
/// <param name="writeError">Writes an error about a result.</param>
internal sealed class SendOutput(SendTally tally, SendLog log, CancellationToken stop, Action<SendResult> write, Action<ChataloException, object?> writeError)
{
    /// <summary>Whether the pipeline takes nothing more.</summary>
    public bool WasInterrupted { get; private set; }

    /// <summary>How many results the pipeline did not take.</summary>
    public int Kept { get; private set; }

    /// <summary>Whether -ErrorAction Stop ended the list.</summary>
    public bool EndedByError { get; private set; }

    /// <param name="report">What became of an input.</param>
    /// <param name="position">Which input of the log; 0 where the log has not counted it.</param>
    public void Emit(SendReport report, int position = 0)
    {
        tally.Add(report.Result.Outcome);
        if (position > 0)
        {
            log.Record(position, report);
        }

        if (WasInterrupted || stop.IsCancellationRequested)
        {
            Keep(report, position);
            return;
        }

        try
        {
            write(report.Result);
        }
        catch (PipelineStoppedException) when (stop.IsCancellationRequested)
        {
            Keep(report, position);
            throw;
        }

        if (report.Error is { } error)
        {
            WriteError(error, report.Result);
        }
    }

    /// <summary>Writes an error about something.</summary>
    public void WriteError(ChataloException error, object? target)
    {
        try
        {
            writeError(error, target);
        }
        catch (ActionPreferenceStopException)
        {
            EndedByError = true;
            throw;
        }
    }

    /// <summary>The pipeline takes nothing more: from now on all is kept.</summary>
    public void Interrupt() => WasInterrupted = true;

    /// <summary>Leaves what became of the inputs with the session, and tells the host: Write* no longer reaches anybody, the host itself still does.</summary>
    /// <param name="session">Where it is left.</param>
    /// <param name="host">Who is told; null for nobody.</param>
    /// <param name="isCampaign">Whether a campaign's store has the rest.</param>
    public void Tell(Session session, PSHost? host, bool isCampaign)
    {
        var inputs = log.ToList();
        session.Interrupted = inputs;
        if (inputs.Count > 0)
        {
            host?.UI?.WriteWarningLine(InterruptionText.Describe(inputs, isCampaign));
        }
    }

    private void Keep(SendReport report, int position)
    {
        WasInterrupted = true;
        Kept++;
        if (position == 0)
        {
            log.Keep(report);
        }
    }
}
