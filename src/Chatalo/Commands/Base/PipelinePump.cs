using System.Collections.Concurrent;

namespace Chatalo.Commands;

/// <summary>
/// Lets the pipeline thread wait for a task while it writes what other threads have to say: only it may call Write*.
/// </summary>
/// <remarks>
/// Waking a thread costs about as much as sending a message. So when the thread has just had something to do it dozes for a moment,
/// and what can wait that long gathers; from then on it sleeps until there is anything at all.
/// </remarks>
internal sealed class PipelinePump
{
    // Sooner than anybody sees.
    private static readonly TimeSpan Doze = TimeSpan.FromMilliseconds(10);

    private readonly ConcurrentQueue<Action> _work = new();
    private readonly ManualResetEventSlim _signal = new(false);
    private volatile bool _sleeps;

    /// <summary>Has the pipeline thread do something, the next time it waits. Called on any thread.</summary>
    public void Post(Action work)
    {
        _work.Enqueue(work);
        _signal.Set();
    }

    /// <summary>The same for what may wait some milliseconds: while the thread dozes it is not woken for it.</summary>
    public void PostSoon(Action work)
    {
        _work.Enqueue(work);
        Interlocked.MemoryBarrier();
        if (_sleeps)
        {
            _signal.Set();
        }
    }

    /// <summary>Does what was posted. Called on the pipeline thread.</summary>
    public void Drain()
    {
        while (_work.TryDequeue(out var work))
        {
            work();
        }
    }

    /// <summary>Waits, doing what is posted, until that has made the condition true. Called on the pipeline thread.</summary>
    public void WaitUntil(Func<bool> condition, CancellationToken cancellationToken)
    {
        Drain();
        while (!condition())
        {
            WaitForWork(cancellationToken);
            Drain();
        }
    }

    /// <summary>Waits until the task is done, doing what is posted meanwhile. Called on the pipeline thread.</summary>
    public void WaitFor(Task task)
    {
        if (!task.IsCompleted)
        {
            task.ContinueWith(
                static (_, signal) => ((ManualResetEventSlim)signal!).Set(), _signal,
                CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            while (!task.IsCompleted)
            {
                WaitForWork(CancellationToken.None);
                Drain();
            }
        }

        Drain();
    }

    private void WaitForWork(CancellationToken cancellationToken)
    {
        if (!_signal.Wait(Doze, cancellationToken))
        {
            _sleeps = true;
            Interlocked.MemoryBarrier();
            if (_work.IsEmpty)
            {
                _signal.Wait(cancellationToken);
            }

            _sleeps = false;
        }

        _signal.Reset();
    }
}
