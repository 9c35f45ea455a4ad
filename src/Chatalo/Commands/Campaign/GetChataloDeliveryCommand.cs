using System.Management.Automation;
using Chatalo.Binding;
using Chatalo.Campaigns;
using Chatalo.Completion;
using Chatalo.Contacts;

namespace Chatalo.Commands;

/// <summary>Shows the messages of a campaign one by one: to whom, how far, and why not.</summary>
[Cmdlet(VerbsCommon.Get, "ChataloDelivery")]
[OutputType(typeof(Delivery))]
public sealed class GetChataloDeliveryCommand : StoreCommand
{
    private const int PageSize = 500;

    /// <summary>The campaign's name. From the pipeline come names and campaigns.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("CampaignName", "Name")]
    [TypedArgument]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(CampaignNameCompleter))]
    public object? Campaign { get; set; }

    /// <summary>Only messages of these statuses.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public DeliveryStatus[]? Status { get; set; }

    /// <summary>Only messages to these numbers, or groups by their ids.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    public string[]? Number { get; set; }

    /// <inheritdoc />
    protected override object? ErrorTarget => Campaign;

    /// <inheritdoc />
    protected override void Process()
    {
        var campaign = OpenStore.Get(CampaignArguments.NameOf(Campaign));
        if (Number is not null)
        {
            foreach (var number in Number)
            {
                if (Find(campaign, number) is { } found && Status?.Contains(found.Status) != false)
                {
                    WriteObject(found);
                }
            }

            return;
        }

        var after = 0L;
        while (true)
        {
            // Page by page, so that a million rows need no memory and nobody waits for a reader to end.
            var page = OpenStore.Deliveries(campaign, Status ?? [], after, PageSize);
            foreach (var (id, delivery) in page)
            {
                WriteObject(delivery);
                after = id;
            }

            if (page.Count < PageSize)
            {
                return;
            }
        }
    }

    // First as it stands: what the module wrote is a number with country code.
    private Delivery? Find(CampaignRow campaign, string number)
        => OpenStore.FindDelivery(campaign, E164.ToGateway(number))
            ?? (OptOutNumber.TryParse(number) is { } digits ? OpenStore.FindDelivery(campaign, digits) : null);
}
