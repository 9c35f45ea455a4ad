using System.Management.Automation;
using Chatalo.Binding;
using Chatalo.Completion;

namespace Chatalo.Commands;

/// <summary>Removes a campaign with all that is known of its recipients: the same list would be sent again. Opt-outs stay.</summary>
[Cmdlet(VerbsCommon.Remove, "ChataloCampaign", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveChataloCampaignCommand : StoreCommand
{
    /// <summary>The campaign's name. From the pipeline come names and campaigns.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Campaign", "CampaignName")]
    [TypedArgument]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(CampaignNameCompleter))]
    public object? Name { get; set; }

    /// <inheritdoc />
    protected override object? ErrorTarget => Name;

    /// <inheritdoc />
    protected override void Process()
    {
        var campaign = OpenStore.Get(CampaignArguments.NameOf(Name));
        if (ShouldProcess(campaign.Name, "Remove campaign with all it knows of its recipients"))
        {
            OpenStore.Remove(campaign.Id);
        }
    }
}
