using System.Management.Automation;
using Chatalo.Completion;

namespace Chatalo.Commands;

/// <summary>Pauses a campaign: no worker claims another message until Resume-ChataloCampaign. What is on its way is finished.</summary>
[Cmdlet(VerbsLifecycle.Suspend, "ChataloCampaign", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class SuspendChataloCampaignCommand : StoreCommand
{
    /// <summary>The campaign's name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Campaign", "CampaignName")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CampaignNameCompleter))]
    public string? Name { get; set; }

    /// <summary>Why; Get-ChataloCampaign shows it.</summary>
    [Parameter]
    public string? Reason { get; set; }

    /// <inheritdoc />
    protected override object? ErrorTarget => Name;

    /// <inheritdoc />
    protected override void Process()
    {
        var campaign = OpenStore.Get(Name!);
        if (ShouldProcess(campaign.Name, "Suspend campaign"))
        {
            OpenStore.Pause(campaign.Id, Reason ?? "by Suspend-ChataloCampaign");
        }
    }
}
