using System.Management.Automation;
using Chatalo.Campaigns;
using Chatalo.Completion;

namespace Chatalo.Commands;

/// <summary>Shows campaigns: how many messages are in which status, the pace, and the time left.</summary>
[Cmdlet(VerbsCommon.Get, "ChataloCampaign")]
[OutputType(typeof(Campaign))]
public sealed class GetChataloCampaignCommand : StoreCommand
{
    /// <summary>Only campaigns of these names; wildcards are permitted. From the pipeline come names and campaigns.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("Campaign", "CampaignName")]
    [SupportsWildcards]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(CampaignNameCompleter))]
    public object[]? Name { get; set; }

    /// <inheritdoc />
    protected override object? ErrorTarget => Name;

    /// <inheritdoc />
    protected override void Process()
    {
        var isNamed = MyInvocation.BoundParameters.ContainsKey(nameof(Name));
        var names = NamePattern.Create(!isNamed ? null : Name is null ? [CampaignArguments.NameOf(null)] : Name.Select(name => CampaignName.Clean(CampaignArguments.NameOf(name))).ToArray());
        foreach (var campaign in OpenStore.List(name => names?.Matches(CampaignName.Clean(name)) != false))
        {
            WriteObject(campaign);
        }
        foreach (var name in names?.Missing ?? [])
        {
            WriteError(
                new ChataloException(ErrorKind.NotFound, $"There is no campaign '{name}' in the store {OpenStore.Name}.", "Get-ChataloCampaign lists those that are there; -Store names another store."),
                name);
        }
    }
}
