using System.Management.Automation;
using System.Management.Automation.Host;
using Chatalo.Sending;

namespace Chatalo.Commands;

/// <summary>Writes what became of each message, and keeps what the pipeline no longer takes.</summary>
internal sealed class SendOutput(SendTally tally, CancellationToken stop, Action<SendResult> write, Action<ChataloException, object?> writeError)
{
    private List<SendResult>? _interrupted;

    /// <summary>Whether results came that the pipeline did not take.</summary>
    public bool WasInterrupted => _interrupted is not null;

    public void Emit(SendReport report)
    {
        tally.Add(report.Result.Outcome);
        if (_interrupted is not null || stop.IsCancellationRequested)
        {
            Interrupt().Add(report.Result);
            return;
        }

        try
        {
            write(report.Result);
        }
        catch (PipelineStoppedException) when (stop.IsCancellationRequested)
        {
            Interrupt().Add(report.Result);
            throw;
        }

        if (report.Error is { } error)
        {
            writeError(error, report.Result);
        }
    }

    /// <summary>The pipeline takes nothing more: from now on all is kept.</summary>
    public List<SendResult> Interrupt() => _interrupted ??= [];

    /// <summary>Leaves what was kept with the session, and tells the host: Write* no longer reaches anybody, the host itself still does.</summary>
    public void Tell(Session session, PSHost host)
    {
        var results = Interrupt();
        session.Interrupted = results;
        _interrupted = null;
        if (results.Count > 0)
        {
            host.UI.WriteWarningLine(
                $"Stopped with {results.Count} under way: {string.Join("; ", results.Select(r => $"{r.Number ?? r.GroupId} {r.Outcome}"))}. (Get-ChataloSession).Interrupted has them.");
        }
    }
}
