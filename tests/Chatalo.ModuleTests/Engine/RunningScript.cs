using System.Diagnostics;
using System.Management.Automation;

namespace Chatalo.ModuleTests.Engine;

/// <summary>A script that runs.</summary>
public sealed class RunningScript : IDisposable
{
    private readonly PowerShell _shell;
    private readonly PSDataCollection<PSObject> _output = [];

    internal RunningScript(PowerShell shell)
    {
        _shell = shell;
        var none = new PSDataCollection<PSObject>();
        none.Complete();
        Completion = EndAsync(_shell.BeginInvoke(none, _output));
    }

    /// <summary>What it did, once it has ended; never faulted, a terminating error is in <see cref="Run.Exception"/>.</summary>
    public Task<Run> Completion { get; }

    /// <summary>What it wrote so far.</summary>
    public IReadOnlyList<PSObject> OutputSoFar => [.. _output];

    /// <summary>Waits until it has written <paramref name="count"/> objects, or has ended.</summary>
    public async Task<IReadOnlyList<PSObject>> WaitForOutputAsync(int count)
    {
        while (!Completion.IsCompleted && _output.Count < count)
        {
            await Task.Delay(10);
        }

        return OutputSoFar;
    }

    /// <summary>Stops it as Ctrl+C does, and waits for its end.</summary>
    /// <returns>How long it took to end.</returns>
    public async Task<TimeSpan> StopAsync()
    {
        var watch = Stopwatch.StartNew();
        await _shell.StopAsync(null, null);
        await Completion;
        return watch.Elapsed;
    }

    /// <summary>Waits for its end.</summary>
    public Run Wait() => Completion.GetAwaiter().GetResult();

    /// <inheritdoc />
    public void Dispose()
    {
        _shell.Stop();
        _shell.Dispose();
    }

    private async Task<Run> EndAsync(IAsyncResult started)
    {
        Exception? failure = null;
        try
        {
            await Task.Factory.FromAsync(started, _shell.EndInvoke);
        }
        catch (Exception thrown)
        {
            // A terminating error, or the stop: part of what a test looks at.
            failure = thrown;
        }

        var streams = _shell.Streams;
        return new Run
        {
            Output = [.. _output],
            Errors = [.. streams.Error],
            Warnings = [.. streams.Warning.Select(static r => r.Message)],
            Verbose = [.. streams.Verbose.Select(static r => r.Message)],
            Debug = [.. streams.Debug.Select(static r => r.Message)],
            Information = [.. streams.Information.Select(static r => $"{r.MessageData}")],
            Progress = [.. streams.Progress],
            HadErrors = _shell.HadErrors,
            Exception = failure,
        };
    }
}
