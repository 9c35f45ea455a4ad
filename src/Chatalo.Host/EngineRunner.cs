using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Microsoft.PowerShell;

namespace Chatalo.Host;

/// <summary>A runspace of the true engine, and commands in it whose output goes to the console.</summary>
internal sealed class EngineRunner : IDisposable
{
    private readonly ConsoleHost _host;
    private readonly ConsoleUi _ui;
    private readonly CtrlC _ctrlC;
    private readonly Runspace _runspace;
    private bool _busy;

    public EngineRunner(ConsoleHost host, ConsoleUi ui, CtrlC ctrlC)
    {
        (_host, _ui, _ctrlC) = (host, ui, ctrlC);
        var state = InitialSessionState.CreateDefault2();
        if (OperatingSystem.IsWindows())
        {
            // The module comes from our own build; only Windows has policies, and only for this process is it set.
            state.ExecutionPolicy = ExecutionPolicy.Bypass;
        }

        _runspace = RunspaceFactory.CreateRunspace(host, state);
        // One thread for all: prompts of the loop and of a command never compete for the console.
        _runspace.ThreadOptions = PSThreadOptions.UseCurrentThread;
        _runspace.Open();
        Runspace.DefaultRunspace = _runspace;
    }

    /// <summary>Imports a module.</summary>
    /// <returns>Whether that worked; the errors were shown.</returns>
    public bool Import(string path)
    {
        var command = new Command("Import-Module");
        command.Parameters.Add("Name", path);
        command.Parameters.Add("ErrorAction", ActionPreference.Stop);
        return Run(command, remember: false) is null;
    }

    /// <summary>Runs the text of a command.</summary>
    /// <returns>The exit code.</returns>
    public int RunText(string text) => Run(Script(text), remember: true) ?? (Succeeded(out _) ? ExitCode.Success : ExitCode.Failure);

    /// <summary>Runs a script file.</summary>
    /// <param name="path">The script.</param>
    /// <param name="arguments">Its arguments: <c>-Name</c>, <c>-Name:value</c> and values, as typed.</param>
    /// <returns>The exit code.</returns>
    public int RunFile(string path, IReadOnlyList<string> arguments)
    {
        if (Run(Script(ScriptCall.Text(path, arguments)), remember: true) is { } code)
        {
            return code;
        }

        // 'exit n' in a script file ends the script, not the host: its code is then in $LASTEXITCODE, and $? is false.
        return Succeeded(out var last) ? ExitCode.Success : last is null or 0 ? ExitCode.Failure : last.Value;
    }

    /// <summary>Completes what is being typed.</summary>
    public CommandCompletion Complete(string text, int cursor)
    {
        using var shell = Create();
        return CommandCompletion.CompleteInput(text, cursor, null, shell);
    }

    /// <inheritdoc />
    public void Dispose() => _runspace.Dispose();

    private static Command Script(string text) => new(text, isScript: true, useLocalScope: false);

    // The exit code where the end itself decides it; null after a normal end. Only a remembered command leaves its $? behind.
    private int? Run(Command command, bool remember)
    {
        using var shell = Create();
        // As pwsh does: errors travel with the output, so that both appear in their order.
        command.MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        shell.Commands.AddCommand(command).AddCommand("Out-Default");
        var outer = _busy;
        _busy = true;
        try
        {
            var ended = _ctrlC.Guard(shell, () => shell.Invoke(null, new PSInvocationSettings { AddToHistory = remember }));
            return _host.ExitCode ?? (ended ? null : ExitCode.Interrupted);
        }
        catch (RuntimeException failure)
        {
            Show(failure);
            return ExitCode.Failure;
        }
        finally
        {
            _busy = outer;
            _ui.EndProgress();
        }
    }

    private bool Succeeded(out int? lastExitCode)
    {
        using var shell = Create();
        var last = shell.AddScript("$?; $global:LASTEXITCODE").Invoke();
        lastExitCode = last is [_, { BaseObject: int code }] ? code : null;
        return LanguagePrimitives.IsTrue(last[0]);
    }

    private void Show(RuntimeException failure)
    {
        if (failure is IncompleteParseException)
        {
            // It does not say where, and the engine's view of parse errors shows nothing without that.
            _ui.WriteErrorLine(failure.Message);
            return;
        }

        using var shell = Create();
        shell.AddCommand("Out-Default");
        // Only the engine itself can mark a record as one of the error stream, so Out-Default takes this one for output.
        _ui.AsErrors(() => shell.Invoke(new[] { failure.ErrorRecord }));
    }

    private PowerShell Create() => _busy ? PowerShell.Create(RunspaceMode.CurrentRunspace) : PowerShell.Create(_runspace);
}
