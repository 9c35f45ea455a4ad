using Chatalo.Client;
using Chatalo.Text;

namespace Chatalo;

/// <summary>Finds a device's id by its name, and remembers for a short while which names there are and which there are not.</summary>
internal sealed class DeviceDirectory(TimeProvider? time = null)
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(60);

    // A name that is missing from a list this new is not looked up again: a column of names that are nobody's would cost a call for each.
    private static readonly TimeSpan NewEnough = TimeSpan.FromSeconds(10);

    private readonly object _lock = new();
    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly Dictionary<string, long> _missing = new(StringComparer.OrdinalIgnoreCase);
    private IReadOnlyList<Device> _devices = [];
    private long? _readAt;

    /// <summary>The id of the one device that is meant by an id or a name.</summary>
    /// <exception cref="ChataloException">There is none, or more than one has that name.</exception>
    public async Task<string> ResolveAsync(string idOrName, GatewayClient client, CallContext context)
    {
        if (GatewayId.LooksLikeUuid(idOrName))
        {
            return idOrName;
        }

        var matches = Match(Remembered(), idOrName);
        if (matches.Count != 1 && !IsMissing(idOrName))
        {
            matches = Match(await ListAsync(client, context).ConfigureAwait(false), idOrName);
            if (matches.Count != 1)
            {
                Miss(idOrName);
            }
        }

        return Single(matches, idOrName).Id;
    }

    /// <summary>Finds out whether there is one device of an id or a name, with one call at most; an id too is looked up.</summary>
    /// <exception cref="ChataloException">There is none, or more than one has that name.</exception>
    public async Task CheckAsync(string idOrName, GatewayClient client, CallContext context)
    {
        if (Match(Remembered(), idOrName).Count != 1)
        {
            Single(Match(await ListAsync(client, context).ConfigureAwait(false), idOrName), idOrName);
        }
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
            _readAt = _time.GetTimestamp();
        }

        return devices;
    }

    /// <summary>What was read last, if that is not long ago.</summary>
    public IReadOnlyList<Device> Remembered()
    {
        lock (_lock)
        {
            return IsWithin(_readAt, Freshness) ? _devices : [];
        }
    }

    /// <summary>Forgets the names, after one was changed.</summary>
    public void Forget()
    {
        lock (_lock)
        {
            _readAt = null;
            _missing.Clear();
        }
    }

    private bool IsMissing(string name)
    {
        lock (_lock)
        {
            return IsWithin(_readAt, NewEnough) || (_missing.TryGetValue(name, out var since) && IsWithin(since, Freshness));
        }
    }

    private void Miss(string name)
    {
        lock (_lock)
        {
            _missing[name] = _time.GetTimestamp();
        }
    }

    private bool IsWithin(long? since, TimeSpan span) => since is { } then && _time.GetElapsedTime(then) < span;

    private static Device Single(List<Device> matches, string idOrName) => matches.Count switch
    {
        1 => matches[0],
        0 => throw new ChataloException(
            ErrorKind.NotFound, $"There is no device with the id or name {DisplayText.Quote(idOrName)}.", "Get-ChataloDevice lists the devices."),
        _ => throw new ChataloException(
            ErrorKind.InvalidInput, $"{matches.Count} devices are named {DisplayText.Quote(idOrName)}: {string.Join(", ", matches.Select(d => d.Id))}.",
            "Give -Device the id instead."),
    };

    private static List<Device> Match(IReadOnlyList<Device> devices, string idOrName)
    {
        var byId = devices.Where(d => d.Id == idOrName).ToList();
        return byId.Count > 0 ? byId : devices.Where(d => string.Equals(d.Name, idOrName, StringComparison.OrdinalIgnoreCase)).ToList();
    }
}
