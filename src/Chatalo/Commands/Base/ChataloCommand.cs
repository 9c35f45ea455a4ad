using System.Management.Automation;
using Chatalo.Client;
using Chatalo.Contacts;
using Chatalo.Text;

namespace Chatalo.Commands;

/// <summary>
/// What every cmdlet shares: waiting for calls without blocking the pipeline's own output, stopping at once,
/// leaving nothing running, and errors in one shape.
/// </summary>
public abstract class ChataloCommand : PSCmdlet, IDisposable
{
    // An abandoned call ends as soon as it sees its token; nothing is worth waiting longer for.
    private static readonly TimeSpan LongestGoodbye = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _stop = new();
    private readonly PipelinePump _pump = new();
    private Task _background = Task.CompletedTask;
    private bool _disposed;
    private int _pipelineThread;

    /// <summary>What each call of this cmdlet is given.</summary>
    internal CallContext Context { get; private set; }

    /// <summary>Ends when the cmdlet is stopped or disposed of.</summary>
    protected CancellationToken StopToken => _stop.Token;

    /// <summary>What an error record names as its target, unless told otherwise.</summary>
    protected virtual object? ErrorTarget => null;

    /// <inheritdoc />
    protected sealed override void BeginProcessing()
    {
        CommandLine.Hide(MyInvocation);
        _pipelineThread = Environment.CurrentManagedThreadId;
        if (MyInvocation.BoundParameters.TryGetValue("Debug", out var debug) && debug is SwitchParameter { IsPresent: true })
        {
            DebugSwitch.AskNothing(CommandRuntime);
        }

        Context = new CallContext(_stop.Token, Observer());
        Guard(Begin, terminating: true);
    }

    /// <inheritdoc />
    protected sealed override void ProcessRecord() => Guard(Process, terminating: false);

    /// <inheritdoc />
    protected sealed override void EndProcessing() => Guard(End, terminating: false);

    /// <inheritdoc />
    protected override void StopProcessing() => _stop.Cancel();

    /// <summary>Before the first input. What fails here ends the cmdlet.</summary>
    protected virtual void Begin()
    {
    }

    /// <summary>For each input. What fails here fails this input only.</summary>
    protected virtual void Process()
    {
    }

    /// <summary>After the last input.</summary>
    protected virtual void End()
    {
    }

    /// <summary>Waits for a call on the pipeline thread.</summary>
    protected T Await<T>(Task<T> task)
    {
        _pump.WaitFor(task);
        return task.GetAwaiter().GetResult();
    }

    /// <summary>Waits on the pipeline thread.</summary>
    protected void Await(Task task)
    {
        _pump.WaitFor(task);
        task.GetAwaiter().GetResult();
    }

    /// <summary>Has the pipeline thread do something the next time it waits. Called on any thread.</summary>
    protected void Post(Action work) => _pump.Post(work);

    /// <summary>The same for what may wait some milliseconds.</summary>
    protected void PostSoon(Action work) => _pump.PostSoon(work);

    /// <summary>Waits on the pipeline thread until something posted has made the condition true.</summary>
    protected void AwaitUntil(Func<bool> condition) => _pump.WaitUntil(condition, _stop.Token);

    /// <summary>Does on the pipeline thread what was posted.</summary>
    protected void Drain() => _pump.Drain();

    /// <summary>Remembers a call that is not waited for now, so that nothing is left running.</summary>
    protected void KeepTrackOf(Task task) => _background = task;

    /// <summary>Writes a non-terminating error.</summary>
    protected void WriteError(ChataloException error, object? target) => WriteError(ErrorRecords.From(error, target));

    /// <summary>Says once, at the end of a run, which of its numbers may mean somebody else.</summary>
    private protected void WarnOf(NumberDoubts doubts)
    {
        foreach (var warning in doubts.Take())
        {
            WriteWarning(warning);
        }
    }

    // What is said on the screen may hold names and texts of strangers: each way to say it makes them harmless.

    /// <summary>Writes an object, with what PowerShell sees of it besides its own properties.</summary>
    protected new void WriteObject(object? value) => base.WriteObject(Extended.Of(value));

    /// <summary>Writes a warning.</summary>
    protected new void WriteWarning(string text) => base.WriteWarning(DisplayText.Plain(text));

    /// <summary>Writes to the verbose stream.</summary>
    protected new void WriteVerbose(string text) => base.WriteVerbose(DisplayText.Plain(text));

    /// <summary>Writes to the debug stream.</summary>
    protected new void WriteDebug(string text) => base.WriteDebug(DisplayText.Plain(text));

    /// <summary>Whether to go on: asked with -Confirm, told with -WhatIf.</summary>
    protected new bool ShouldProcess(string? target, string action) => base.ShouldProcess(DisplayText.Line(target), action);

    /// <summary>The same in words of one's own, and why not.</summary>
    protected new bool ShouldProcess(string description, string warning, string caption, out ShouldProcessReason reason)
        => base.ShouldProcess(DisplayText.Plain(description), DisplayText.Plain(warning), caption, out reason);

    /// <summary>The full path of a file or folder given as PowerShell takes it: relative to the current location, on any file system drive.</summary>
    protected string ResolvePath(string path)
    {
        if (path.IndexOf('\0') >= 0)
        {
            throw new ChataloException(ErrorKind.InvalidInput, "The path holds a NUL character.", "Give a path without it.");
        }

        var full = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
        return provider.Name == "FileSystem"
            ? full
            : throw new ChataloException(ErrorKind.InvalidInput, $"'{path}' is not on a file system, but on {provider.Name}.");
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Called at every end, also when downstream ended early and nothing else was called.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (_disposed || !disposing)
        {
            return;
        }

        _disposed = true;
        _stop.Cancel();
        WaitQuietly(_background);
        _stop.Dispose();
    }

    /// <summary>Waits a moment for a task that was told to stop; how it ends is of no interest.</summary>
    private protected static void WaitQuietly(Task task)
        => Task.WhenAny(task, Task.Delay(LongestGoodbye)).GetAwaiter().GetResult();

    /// <summary>The same, but silent once the pipeline no longer takes anything.</summary>
    private protected Action<string> TellWhileHeard(Action<string> tell) => text =>
    {
        if (!_stop.IsCancellationRequested)
        {
            tell(text);
        }
    };

    /// <summary>How this cmdlet waits for a store that cannot be used for a while.</summary>
    private protected Campaigns.Stores.StoreWaiting WaitForStore() => new(WarnAnywhere, _stop.Token);

    private void WarnAnywhere(string text)
    {
        var warn = TellWhileHeard(WriteWarning);
        if (Environment.CurrentManagedThreadId == _pipelineThread)
        {
            // It waits itself, and does not see what is posted.
            warn(text);
        }
        else
        {
            Post(() => warn(text));
        }
    }

    /// <summary>Whether the cmdlet only says what it would do.</summary>
    private protected bool IsWhatIf
        => MyInvocation.BoundParameters.TryGetValue("WhatIf", out var given)
            ? given is SwitchParameter { IsPresent: true } or true
            : LanguagePrimitives.IsTrue(GetVariableValue("WhatIfPreference"));

    private CommandObserver? Observer()
    {
        var (verbose, debug) = (Wants("Verbose", "VerbosePreference"), Wants("Debug", "DebugPreference"));
        return verbose || debug ? new CommandObserver(_pump, verbose ? WriteVerbose : null, debug ? WriteDebug : null) : null;
    }

    private bool Wants(string parameter, string preference)
        => MyInvocation.BoundParameters.TryGetValue(parameter, out var given)
            ? given is SwitchParameter { IsPresent: true } or true
            : GetVariableValue(preference) is { } value && value.ToString() is not ("SilentlyContinue" or "Ignore");

    private void Guard(Action step, bool terminating)
    {
        try
        {
            step();
        }
        catch (ChataloException e) when (!_stop.IsCancellationRequested)
        {
            var record = ErrorRecords.From(e, ErrorTarget);
            if (terminating)
            {
                ThrowTerminatingError(record);
            }

            WriteError(record);
        }
        catch (Exception e) when (e is OperationCanceledException or ChataloException && _stop.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }
}
