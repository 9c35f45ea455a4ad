namespace Chatalo.Sending;

/// <summary>
/// The messages in flight. Those to one recipient go one after the other, in the order they came. Used on one thread only:
/// what is done comes back to it through <paramref name="post"/>.
/// </summary>
/// <param name="send">Sends one message; never throws.</param>
/// <param name="post">Has the owner's thread do something the next time it waits.</param>
/// <param name="emit">Takes each report, on the owner's thread.</param>
internal sealed class SendWindow(Func<OutgoingMessage, Task<SendReport>> send, Action<Action> post, Action<SendReport> emit)
{
    private readonly Dictionary<Recipient, Task<SendReport>> _last = [];

    /// <summary>How many were started and not emitted.</summary>
    public int Count { get; private set; }

    /// <summary>Ends when all that was started has ended.</summary>
    public Task Ended => Task.WhenAll(_last.Values);

    public void Start(OutgoingMessage message)
    {
        var task = _last.TryGetValue(message.Recipient, out var previous) ? AfterAsync(previous, message) : send(message);
        _last[message.Recipient] = task;
        Count++;
        task.ContinueWith(
            _ => post(() => Finish(message.Recipient, task)), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private async Task<SendReport> AfterAsync(Task previous, OutgoingMessage message)
    {
        await previous.ConfigureAwait(false);
        return await send(message).ConfigureAwait(false);
    }

    private void Finish(Recipient recipient, Task<SendReport> task)
    {
        Count--;
        if (_last[recipient] == task)
        {
            _last.Remove(recipient);
        }

        emit(task.GetAwaiter().GetResult());
    }
}
