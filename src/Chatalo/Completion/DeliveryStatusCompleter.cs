using System.Collections;

namespace Chatalo.Completion;

/// <summary>Completes the status of a campaign's delivery, with what it means beside it.</summary>
public sealed class DeliveryStatusCompleter : Completer
{
    private protected override IEnumerable<Candidate> Candidates(IDictionary boundParameters)
        => Enum.GetValues(typeof(DeliveryStatus)).Cast<DeliveryStatus>().Select(static s => new Candidate($"{s}", $"{s}", $"{s}: {Meaning(s)}"));

    private static string Meaning(DeliveryStatus status) => status switch
    {
        DeliveryStatus.Pending => "not sent yet",
        DeliveryStatus.Sending => "a worker is at it, or ended while it was",
        DeliveryStatus.Sent => "the gateway said that it was sent",
        DeliveryStatus.Failed => "surely not delivered",
        DeliveryStatus.Unknown => "maybe delivered; not sent again unless you ask",
        _ => "left out on purpose: opted out",
    };
}
