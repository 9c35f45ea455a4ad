using System.Collections;

namespace Chatalo.Completion;

/// <summary>Completes a device by its name; by its id where several have the name.</summary>
public sealed class DeviceCompleter : RemoteCompleter
{
    private protected override async Task<IReadOnlyList<Candidate>> FetchAsync(Session session, IDictionary boundParameters)
    {
        var devices = await session.Lists.DevicesAsync(session).ConfigureAwait(false);
        return devices.Select(d => new Candidate(
            devices.Count(other => string.Equals(other.Name, d.Name, StringComparison.OrdinalIgnoreCase)) == 1 && !string.IsNullOrEmpty(d.Name) ? d.Name! : d.Id,
            d.Name ?? d.Id,
            $"{d.Name} {d.WhatsAppNumber} {d.Status} {d.Id}")).ToList();
    }
}
