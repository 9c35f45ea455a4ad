using System.Globalization;

namespace Chatalo.Client.Http;

/// <summary>
/// How long a connection may have been idle to be used again. A server closes an idle connection after a time of its own; a request that is under way at
/// that moment is lost, and a send would be an unknown outcome. So a connection is left well before: at half of what the server says
/// (<c>Keep-Alive: timeout=5</c>) or was seen to wait, and at 3 s where nothing is known, since the shortest common time is 5 s (Apache, Node). Thread-safe.
/// </summary>
/// <param name="time">The clock; only its monotonic side is used.</param>
/// <param name="usual">The limit while nothing is known; null is 3 s.</param>
internal sealed class IdleLimit(TimeProvider time, TimeSpan? usual = null)
{
    /// <summary>No connection is kept longer, whatever the server says: something between here and there may forget it.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(500);

    // Servers are restarted, and then close connections that were idle for a moment; that is not held against them for ever.
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(10);

    private readonly TimeSpan _usual = usual ?? TimeSpan.FromSeconds(3);
    private readonly object _lock = new();
    private TimeSpan? _stated;
    private TimeSpan? _seen;
    private long _seenAt;

    /// <summary>The limit now.</summary>
    public TimeSpan Current
    {
        get
        {
            lock (_lock)
            {
                var limit = _stated ?? _usual;
                return _seen is { } seen && seen < limit && time.GetElapsedTime(_seenAt) < Memory ? seen : limit;
            }
        }
    }

    /// <summary>Takes in what a response says of the connection that it came on.</summary>
    public void Learn(HttpResponseMessage response)
    {
        if (!response.Headers.TryGetValues("Keep-Alive", out var values))
        {
            return;
        }

        foreach (var part in values.SelectMany(value => value.Split(',')))
        {
            var words = part.Split('=');
            if (words.Length == 2 && words[0].Trim().Equals("timeout", StringComparison.OrdinalIgnoreCase)
                && int.TryParse(words[1].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            {
                lock (_lock)
                {
                    _stated = Min(TimeSpan.FromSeconds(seconds / 2.0), Longest);
                }
            }
        }
    }

    /// <summary>Takes in that the server closed a connection that had been idle so long.</summary>
    public void ClosedAfter(TimeSpan idle)
    {
        var half = TimeSpan.FromTicks(idle.Ticks / 2);
        half = half < Shortest ? Shortest : half;
        lock (_lock)
        {
            if (!(_seen < half) || time.GetElapsedTime(_seenAt) >= Memory)
            {
                (_seen, _seenAt) = (half, time.GetTimestamp());
            }
        }
    }

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
