using Chatalo.Client;

namespace Chatalo;

/// <summary>Finds a device's id by its name, and remembers the names for a short while.</summary>
internal sealed class DeviceDirectory
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(60);

    private readonly object _lock = new();
    private IReadOnlyList<Device> _devices = [];
    private DateTimeOffset _readAt = DateTimeOffset.MinValue;

    /// <summary>The id of the one device that is meant by an id or a name.</summary>
    /// <exception cref="ChataloException">There is none, or more than one has that name.</exception>
    public async Task<string> ResolveAsync(string idOrName, GatewayClient client, CallContext context)
    {
        if (GatewayId.LooksLikeUuid(idOrName))
        {
            return idOrName;
        }

        var known = Match(Remembered(), idOrName);
        var matches = known.Count == 1 ? known : Match(await ListAsync(client, context).ConfigureAwait(false), idOrName);
        return matches.Count switch
        {
            1 => matches[0].Id,
            0 => throw new ChataloException(
                ErrorKind.NotFound, $"There is no device with the id or name '{GatewayId.Shorten(idOrName)}'.", "Get-ChataloDevice lists the devices."),
            _ => throw new ChataloException(
                ErrorKind.InvalidInput, $"{matches.Count} devices are named '{GatewayId.Shorten(idOrName)}': {string.Join(", ", matches.Select(d => d.Id))}.",
                "Give -Device the id instead."),
        };
    }

    /// <summary>All devices, read anew.</summary>
    public async Task<IReadOnlyList<Device>> ListAsync(GatewayClient client, CallContext context)
    {
        var api = new DeviceApi(client);
        var devices = new List<Device>();
        Page<Device> page;
        var number = 1;
        do
        {
            page = await api.ListAsync(new PageRequest(number, PageRequest.DefaultSize), context).ConfigureAwait(false);
            if (page.Position is { } position && position.CurrentPage != number)
            {
                // A gateway that answers the same page whatever it is asked for would be asked for ever.
                break;
            }

            devices.AddRange(page.Items);
            number++;
        }
        while (!page.IsLast);

        lock (_lock)
        {
            _devices = devices;
            _readAt = DateTimeOffset.UtcNow;
        }

        return devices;
    }

    /// <summary>What was read last, if that is not long ago.</summary>
    public IReadOnlyList<Device> Remembered()
    {
        lock (_lock)
        {
            return DateTimeOffset.UtcNow - _readAt < Freshness ? _devices : [];
        }
    }

    /// <summary>Forgets the names, after one was changed.</summary>
    public void Forget()
    {
        lock (_lock)
        {
            _readAt = DateTimeOffset.MinValue;
        }
    }

    private static List<Device> Match(IReadOnlyList<Device> devices, string idOrName)
    {
        var byId = devices.Where(d => d.Id == idOrName).ToList();
        return byId.Count > 0 ? byId : devices.Where(d => string.Equals(d.Name, idOrName, StringComparison.OrdinalIgnoreCase)).ToList();
    }
}
