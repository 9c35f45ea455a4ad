namespace Chatalo.Emulator.RateLimiting;

/// <summary>
/// Counts as Laravel's ThrottleRequests does: a window begins with its first call and ends a fixed time later, whatever happens in it;
/// rejected calls are not counted.
/// </summary>
internal sealed class FixedWindowLimiter(int limit, TimeSpan window, TimeProvider clock)
{
    // Guessed keys make windows too: without a bound they would stay for ever.
    private const int ManyWindows = 1000;

    // A window's length does not change with the time of day, which may be set.
    private readonly long _start = clock.GetTimestamp();

    private readonly Dictionary<string, Window> _windows = new(StringComparer.Ordinal);

    public bool IsOff => limit == 0;

    public int Limit => limit;

    public RateDecision Count(string bucket)
    {
        var now = clock.GetElapsedTime(_start);
        lock (_windows)
        {
            if (!_windows.TryGetValue(bucket, out var current) || now >= current.End)
            {
                DropEnded(now);
                _windows[bucket] = current = new Window(now + window);
            }

            if (current.Used >= limit)
            {
                // Whole seconds, rounded down: within the last second the answer is 0, and a client must live with it.
                var wait = (long)(current.End - now).TotalSeconds;
                return new RateDecision(false, 0, wait, clock.GetUtcNow().ToUnixTimeSeconds() + wait);
            }

            current.Used++;
            return new RateDecision(true, limit - current.Used, 0, 0);
        }
    }

    private void DropEnded(TimeSpan now)
    {
        if (_windows.Count < ManyWindows)
        {
            return;
        }

        foreach (var ended in _windows.Where(entry => now >= entry.Value.End).Select(entry => entry.Key).ToList())
        {
            _windows.Remove(ended);
        }
    }

    private sealed class Window(TimeSpan end)
    {
        public TimeSpan End { get; } = end;

        public int Used { get; set; }
    }
}
