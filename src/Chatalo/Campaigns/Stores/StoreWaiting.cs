using Chatalo.Client;

namespace Chatalo.Campaigns.Stores;

/// <summary>
/// Waits out what may pass by itself: a file that another process has locked, a server that starts, recovers or takes no changes yet. For callers that
/// must be stopped at once; a run of a campaign waits by itself, because it must know whether a transaction was committed.
/// </summary>
/// <param name="tell">Says what is waited for, once for each wait. Called on the thread that waits.</param>
/// <param name="stop">Ends the wait at once.</param>
/// <param name="clock">The clock of the wait.</param>
/// <param name="patience">How long; by default as long as a run waits.</param>
internal sealed class StoreWaiting(Action<string> tell, CancellationToken stop, TimeProvider? clock = null, TimeSpan? patience = null)
{
    private static readonly TimeSpan ShortestNap = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestNap = TimeSpan.FromMilliseconds(500);

    private readonly TimeProvider _clock = clock ?? TimeProvider.System;
    private readonly TimeSpan _patience = patience ?? new RunOptions().Patience;
    private int _isWaiting;

    /// <summary>Uses the store, again and again while it cannot be used.</summary>
    /// <param name="use">One use, which may block for longer than anybody wants to wait for Ctrl+C.</param>
    /// <param name="mayPass">Whether an error may pass.</param>
    /// <exception cref="ChataloException">It does not pass, or not in time.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public T Until<T>(Func<T> use, Func<ChataloException, bool> mayPass)
    {
        var since = _clock.GetTimestamp();
        for (var nap = ShortestNap; ; nap = nap < LongestNap ? nap + nap : LongestNap)
        {
            try
            {
                var result = Await(Task.Run(use, stop));
                Interlocked.Exchange(ref _isWaiting, 0);
                return result;
            }
            catch (ChataloException e) when (mayPass(e) && _clock.GetElapsedTime(since) < _patience)
            {
                stop.ThrowIfCancellationRequested();
                // Several messages may wait for the same store.
                if (Interlocked.Exchange(ref _isWaiting, 1) == 0)
                {
                    tell($"{e.Message} Waiting for it, up to {_patience.TotalSeconds:0} s; Ctrl+C ends the wait.");
                }
            }

            Await(NapAsync(nap));
        }
    }

    private async Task<bool> NapAsync(TimeSpan nap)
    {
        await _clock.DelayAsync(nap, stop).ConfigureAwait(false);
        return true;
    }

    // What is still under way when it is stopped ends by itself, and lets go of the connection.
    private T Await<T>(Task<T> task)
    {
        try
        {
            task.Wait(stop);
        }
        catch (AggregateException)
        {
            // Thrown again below, as itself.
        }

        return task.GetAwaiter().GetResult();
    }
}
