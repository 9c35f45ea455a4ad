using Chatalo.Client;

namespace Chatalo;

/// <summary>
/// The lists that completion shows, remembered for a while and read at most once at a time: a Tab must cost neither patience nor
/// the rate budget.
/// </summary>
internal sealed class SessionLists
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(60);
    private static readonly CallContext Quiet = new(CancellationToken.None);

    private readonly object _lock = new();
    private readonly Dictionary<string, (long ReadAt, Task<IReadOnlyList<Group>> Groups)> _groups = new(StringComparer.OrdinalIgnoreCase);
    private Task<IReadOnlyList<Device>>? _devices;

    public Task<IReadOnlyList<Device>> DevicesAsync(Session session)
    {
        lock (_lock)
        {
            if (session.Devices.Remembered() is { Count: > 0 } known)
            {
                return Task.FromResult(known);
            }

            return _devices is { IsCompleted: false } running ? running : _devices = session.Devices.ListAsync(session.Client, Quiet);
        }
    }

    /// <summary>The first page of a device's groups.</summary>
    public Task<IReadOnlyList<Group>> GroupsAsync(Session session, string? device)
    {
        if ((device ?? session.Device) is not { } given)
        {
            return Task.FromResult<IReadOnlyList<Group>>([]);
        }

        lock (_lock)
        {
            if (_groups.TryGetValue(given, out var known) && TimeProvider.System.GetElapsedTime(known.ReadAt) < Freshness && !known.Groups.IsFaulted && !known.Groups.IsCanceled)
            {
                return known.Groups;
            }

            var read = ReadGroupsAsync(session, given);
            _groups[given] = (TimeProvider.System.GetTimestamp(), read);
            return read;
        }
    }

    private static async Task<IReadOnlyList<Group>> ReadGroupsAsync(Session session, string device)
    {
        var id = await session.Devices.ResolveAsync(device, session.Client, Quiet).ConfigureAwait(false);
        var page = await new GroupApi(session.Client).ListAsync(id, new PageRequest(1, PageRequest.DefaultSize), Quiet).ConfigureAwait(false);
        return page.Items;
    }
}
