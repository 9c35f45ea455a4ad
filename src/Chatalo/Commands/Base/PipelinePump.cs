using System.Collections.Concurrent;

namespace Chatalo.Commands;

/// <summary>
/// Lets the pipeline thread wait for a task while it writes what other threads have to say: only it may call Write*.
/// </summary>
internal sealed class PipelinePump
{
    private readonly ConcurrentQueue<Action> _work = new();
    private readonly ManualResetEventSlim _signal = new(false);

    /// <summary>Has the pipeline thread do something, the next time it waits. Called on any thread.</summary>
    public void Post(Action work)
    {
        _work.Enqueue(work);
        _signal.Set();
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
            _signal.Wait(cancellationToken);
            _signal.Reset();
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
                _signal.Wait();
                _signal.Reset();
                Drain();
            }
        }

        Drain();
    }
}
