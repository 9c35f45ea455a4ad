using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Chatalo.ModuleTests.TestCmdlets;
using Microsoft.PowerShell;

namespace Chatalo.ModuleTests.Engine;

/// <summary>
/// A runspace of its own with the built module imported, as a user's prompt has it. Variables, the current Chatalo session and
/// $PSDefaultParameterValues live as long as the session and are never shared with another one.
/// </summary>
public sealed class ModuleSession : IDisposable
{
    private readonly Runspace _runspace;

    /// <summary>Opens a runspace.</summary>
    /// <param name="import">Whether to import the module.</param>
    public ModuleSession(bool import = true)
    {
        var state = InitialSessionState.CreateDefault2();
        if (OperatingSystem.IsWindows())
        {
            state.ExecutionPolicy = ExecutionPolicy.Bypass;
        }

        foreach (var type in new[] { typeof(SelectFirstObjectCommand), typeof(MeasureItemCommand), typeof(StartDelayCommand), typeof(ConvertToCliXmlTextCommand) })
        {
            var cmdlet = (CmdletAttribute)type.GetCustomAttributes(typeof(CmdletAttribute), inherit: false).Single();
            state.Commands.Add(new SessionStateCmdletEntry($"{cmdlet.VerbName}-{cmdlet.NounName}", type, helpFileName: null));
        }

        _runspace = RunspaceFactory.CreateRunspace(Host, state);
        _runspace.ThreadOptions = PSThreadOptions.ReuseThread;
        _runspace.Open();
        if (import)
        {
            Invoke("Import-Module $path", ("path", BuiltModule.Manifest)).Ok();
        }
    }

    /// <summary>What the engine said to the user and asked, and the answers to give.</summary>
    public TestHost Host { get; } = new();

    /// <summary>Runs a script to its end.</summary>
    /// <param name="script">The script, in the session's global scope.</param>
    /// <param name="variables">Variables to set before; they stay.</param>
    public Run Invoke(string script, params (string Name, object? Value)[] variables)
    {
        using var running = InvokeAsync(script, variables);
        return running.Wait();
    }

    /// <summary>Starts a script, to look at it while it runs or to stop it.</summary>
    public RunningScript InvokeAsync(string script, params (string Name, object? Value)[] variables)
    {
        foreach (var (name, value) in variables)
        {
            _runspace.SessionStateProxy.SetVariable(name, value);
        }

        var shell = PowerShell.Create(_runspace);
        shell.AddScript(script, useLocalScope: false);
        return new RunningScript(shell);
    }

    /// <summary>Pipes objects into a script: <c>Pipe(numbers, "Send-ChataloMessage -Message Hi")</c>.</summary>
    /// <param name="input">The objects, enumerated one by one as the pipeline takes them.</param>
    /// <param name="script">What stands behind the pipe.</param>
    /// <param name="variables">Variables to set before; they stay.</param>
    public Run Pipe(IEnumerable input, string script, params (string Name, object? Value)[] variables) =>
        Invoke("$pipedIn | " + script, [.. variables, ("pipedIn", input)]);

    /// <summary>What a user would see of a script's output and errors on a screen.</summary>
    /// <param name="script">The script.</param>
    /// <param name="width">Characters in a line of the screen.</param>
    /// <param name="variables">Variables to set before; they stay.</param>
    /// <returns>The lines, without colours and without blanks at their ends.</returns>
    public string Text(string script, int width = 120, params (string Name, object? Value)[] variables)
    {
        Show(script, width, variables);
        return Host.TakeText();
    }

    /// <summary>The same with all that the terminal would be told, colours too.</summary>
    public string RawText(string script)
    {
        Show(script, 120, []);
        return Host.TakeRawText();
    }

    /// <inheritdoc />
    public void Dispose() => _runspace.Dispose();

    private void Show(string script, int width, (string Name, object? Value)[] variables)
    {
        Host.Width = width;
        Host.TakeText();
        using var running = InvokeAsync("& { " + script + "\n} 2>&1 | Out-Default", variables);
        var run = running.Wait();
        if (run.Exception is not null)
        {
            throw new InvalidOperationException(run.Describe(), run.Exception);
        }
    }
}
