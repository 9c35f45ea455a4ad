using System.Collections;

namespace Chatalo.Completion;

/// <summary>Completes a device's status from those that the vendor documents.</summary>
public sealed class DeviceStatusCompleter : Completer
{
    private protected override IEnumerable<Candidate> Candidates(IDictionary boundParameters)
        => DeviceStatus.All.Select(s => new Candidate(s, s, s));
}
