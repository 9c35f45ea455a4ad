using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace Chatalo.Benchmarks;

/// <summary>PowerShell's engine with the built module.</summary>
internal sealed class Engine : IDisposable
{
    private readonly Runspace _runspace;

    public Engine()
    {
        var state = InitialSessionState.CreateDefault2();
        state.ImportPSModule([Repository.Module]);
        _runspace = RunspaceFactory.CreateRunspace(state);
        _runspace.Open();
    }

    public System.Collections.ObjectModel.Collection<PSObject> Run(string script, params object?[] arguments)
    {
        using var shell = PowerShell.Create(_runspace);
        shell.AddScript(script);
        foreach (var argument in arguments)
        {
            shell.AddArgument(argument);
        }

        var output = shell.Invoke();
        return shell.Streams.Error.Count == 0 ? output : throw new InvalidOperationException(shell.Streams.Error[0].ToString(), shell.Streams.Error[0].Exception);
    }

    public void Dispose() => _runspace.Dispose();
}
