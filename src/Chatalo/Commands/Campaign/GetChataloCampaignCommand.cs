using System.Management.Automation;
using Chatalo.Campaigns;
using Chatalo.Completion;

namespace Chatalo.Commands;

/// <summary>Shows campaigns: how many messages are in which status, the pace, and the time left.</summary>
[Cmdlet(VerbsCommon.Get, "ChataloCampaign")]
[OutputType(typeof(Campaign))]
public sealed class GetChataloCampaignCommand : StoreCommand
{
    /// <summary>Only campaigns of these names; wildcards are permitted.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Campaign", "CampaignName")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CampaignNameCompleter))]
    public string[]? Name { get; set; }

    /// <inheritdoc />
    protected override object? ErrorTarget => Name;

    /// <inheritdoc />
    protected override void Process()
    {
        var names = NamePattern.Create(Name?.Select(CampaignName.Clean).ToArray());
        WriteObject(OpenStore.List(name => names?.Matches(CampaignName.Clean(name)) != false), enumerateCollection: true);
        foreach (var name in names?.Missing ?? [])
        {
            WriteError(
                new ChataloException(ErrorKind.NotFound, $"There is no campaign '{name}' in the store {OpenStore.Name}.", "Get-ChataloCampaign lists those that are there; -Store names another store."),
                name);
        }
    }
}
