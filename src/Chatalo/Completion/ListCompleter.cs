using System.Collections;
using System.Management.Automation;
using Chatalo.Contacts.Files;

namespace Chatalo.Completion;

/// <summary>Completes from the list that the command line names.</summary>
public abstract class ListCompleter : Completer
{
    private protected sealed override IEnumerable<Candidate> Candidates(IDictionary boundParameters)
    {
        var given = Unwrap(boundParameters["LiteralPath"]) ?? Unwrap(boundParameters["Path"]);
        var path = (given is IList list ? Unwrap(list[0]) : given)?.ToString();
        if (path is null)
        {
            return [];
        }

        // The prompt's folder is known to the engine alone.
        using var shell = PowerShell.Create(RunspaceMode.CurrentRunspace);
        var file = shell.AddCommand("Microsoft.PowerShell.Management\\Resolve-Path").AddArgument(path).Invoke<PathInfo>().First().ProviderPath;
        return InTime(() => Task.FromResult<IReadOnlyList<Candidate>>(Read(file, boundParameters).ToList()));
    }

    private protected abstract IEnumerable<string> Values(ContactFile file, ListOptions options);

    private IEnumerable<Candidate> Read(string path, IDictionary boundParameters)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var options = new ListOptions { WorksheetName = Unwrap(boundParameters["WorksheetName"])?.ToString(), DefaultRegion = "ID" };
        using var file = ContactFile.Open(stream, options);
        foreach (var value in Values(file, options))
        {
            yield return new Candidate(value, value, value);
        }
    }

    private static object? Unwrap(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;
}
