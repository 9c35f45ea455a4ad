using Chatalo.Client;

namespace Chatalo.Sending;

/// <summary>Keeps the gap between the messages of each device, over all cmdlets and runspaces of a session.</summary>
internal sealed class DevicePaces(TimeProvider time)
{
    private readonly Dictionary<string, DateTimeOffset> _next = new(StringComparer.Ordinal);
    private readonly Random _random = new();

    /// <summary>Takes the device's next turn; turns are given in the order they are taken.</summary>
    /// <returns>How long until it is due.</returns>
    public TimeSpan TakeTurn(string deviceId, Interval interval)
    {
        lock (_next)
        {
            var now = time.GetUtcNow();
            var due = _next.TryGetValue(deviceId, out var next) && next > now ? next : now;
            _next[deviceId] = due + interval.Draw(_random);
            return due - now;
        }
    }

    public Task WaitAsync(TimeSpan wait, CancellationToken cancellationToken)
        => wait > TimeSpan.Zero ? time.DelayAsync(wait, cancellationToken) : Task.CompletedTask;
}
