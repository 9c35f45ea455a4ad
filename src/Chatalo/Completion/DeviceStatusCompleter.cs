using System.Collections;

namespace Chatalo.Completion;

/// <summary>Completes a device's status from those that the vendor documents.</summary>
public sealed class DeviceStatusCompleter : Completer
{
    private protected override IEnumerable<Candidate> Candidates(IDictionary boundParameters)
        => DeviceStatus.All.Select(static s => new Candidate(s, s, $"{s}: {Meaning(s)}"));

    private static string Meaning(string status) => status switch
    {
        DeviceStatus.Authenticated => "linked with WhatsApp, it can send",
        DeviceStatus.Connected => "connected, but not linked yet: it cannot send",
        DeviceStatus.Connecting => "waits for its code to be scanned",
        DeviceStatus.Disconnecting => "on its way out",
        _ => "not linked",
    };
}
