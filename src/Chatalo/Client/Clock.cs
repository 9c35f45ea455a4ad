namespace Chatalo.Client;

/// <summary>Waiting on a clock that a test can turn: built into .NET 8, an extension before it.</summary>
internal static class Clock
{
    public static Task DelayAsync(this TimeProvider time, TimeSpan delay, CancellationToken cancellationToken)
#if NET8_0_OR_GREATER
        => Task.Delay(delay, time, cancellationToken);
#else
        => time.Delay(delay, cancellationToken);
#endif

    public static CancellationTokenSource Timer(this TimeProvider time, TimeSpan delay)
#if NET8_0_OR_GREATER
        => new(delay, time);
#else
        => time.CreateCancellationTokenSource(delay);
#endif
}
