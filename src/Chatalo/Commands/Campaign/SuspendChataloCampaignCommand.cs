using System.Management.Automation;
using Chatalo.Binding;
using Chatalo.Completion;

namespace Chatalo.Commands;

/// <summary>Pauses a campaign: no worker claims another message until Resume-ChataloCampaign. What is on its way is finished.</summary>
[Cmdlet(VerbsLifecycle.Suspend, "ChataloCampaign", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class SuspendChataloCampaignCommand : StoreCommand
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

    /// <summary>Why; Get-ChataloCampaign shows it.</summary>
    [Parameter]
    public string? Reason { get; set; }

    /// <inheritdoc />
    protected override object? ErrorTarget => Name;

    /// <inheritdoc />
    protected override void Process()
    {
        var campaign = OpenStore.Get(CampaignArguments.NameOf(Name));
        if (ShouldProcess(campaign.Name, "Suspend campaign"))
        {
            OpenStore.Pause(campaign.Id, Reason ?? "by Suspend-ChataloCampaign");
        }
    }
}
