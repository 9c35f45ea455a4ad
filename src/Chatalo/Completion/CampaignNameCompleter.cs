using System.Collections;
using System.Management.Automation;
using Chatalo.Campaigns;
using Chatalo.Campaigns.Stores;

namespace Chatalo.Completion;

/// <summary>Completes a campaign's name from the store that the command line, the session or CHATALO_STORE names; makes no store.</summary>
public sealed class CampaignNameCompleter : Completer
{
    private protected override IEnumerable<Candidate> Candidates(IDictionary boundParameters)
    {
        var given = boundParameters["Store"]?.ToString() ?? SessionOf(boundParameters)?.Defaults.Store;
        var address = StoreAddress.Find(given, Resolve);
        return address.IsPostgres || File.Exists(address.File) ? InTime(() => Task.FromResult(Read(address))) : [];
    }

    private static IReadOnlyList<Candidate> Read(StoreAddress address)
    {
        using var store = new CampaignStore(address);
        return store.List(static _ => true).Select(static c => new Candidate(c.Name, c.Name, $"{c.Name}: {c.State}, {c.Sent} of {c.Total} sent")).ToArray();
    }

    // A completer has no session state of its own.
    private static string Resolve(string path)
        => ScriptBlock.Create("$ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($args[0])").Invoke(path)[0].ToString();
}
