namespace Chatalo.Sending;

/// <summary>
/// Messages go out as they come, in a number of lanes: each has one in flight and takes the next by itself, so that the lanes go on while the
/// pipeline writes results and reads inputs. Those to one recipient go one after the other, in the order they came.
/// </summary>
/// <param name="lanes">How many messages may be in flight.</param>
/// <param name="send">Sends one message.</param>
/// <param name="leaveOut">The report of a message that was not begun when the route closed.</param>
/// <param name="post">Has the pipeline's thread do something the next time it waits.</param>
/// <param name="postSoon">The same for what may wait some milliseconds.</param>
/// <param name="emit">Takes each report, on the pipeline's thread.</param>
internal sealed class StraightRoute(
    int lanes, Func<OutgoingMessage, Task<SendReport>> send, Func<OutgoingMessage, SendReport> leaveOut, Action<Action> post,
    Action<Action> postSoon, Action<OutgoingMessage, SendReport> emit) : ISendRoute
{
    private readonly object _lock = new();
    private readonly Queue<OutgoingMessage> _ready = new();

    // What waits for the message before it to the same recipient; null while nothing does.
    private readonly Dictionary<Recipient, Queue<OutgoingMessage>?> _later = [];
    private TaskCompletionSource<bool>? _ended;
    private int _running;
    private int _waiting;

    public int Count { get; private set; }

    // As many wait as are in flight, so that no lane ever waits for the pipeline.
    public bool HasRoom => lanes == 1 ? Count == 0 : Volatile.Read(ref _waiting) < lanes;

    // With one in flight its result is written before the next input is read; with more, what is done by now.
    public bool MayReadOn => lanes > 1 || Count == 0;

    public bool IsDone => Count == 0;

    public Task Ended
    {
        get
        {
            lock (_lock)
            {
                return _running == 0 ? Task.CompletedTask : (_ended ??= new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            }
        }
    }

    public ChataloException? Failure => null;

    public void Start(OutgoingMessage message)
    {
        Count++;
        lock (_lock)
        {
            _waiting++;
            if (_later.TryGetValue(message.Recipient, out var later))
            {
                (_later[message.Recipient] = later ?? new Queue<OutgoingMessage>()).Enqueue(message);
                return;
            }

            _later.Add(message.Recipient, null);
            _ready.Enqueue(message);
            if (_running == lanes)
            {
                return;
            }

            _running++;
        }

        _ = lanes == 1 ? RunLaneAsync() : Task.Run(RunLaneAsync);
    }

    public void Complete()
    {
    }

    public void Close()
    {
        List<OutgoingMessage> left;
        lock (_lock)
        {
            left = [.. _ready, .. _later.Values.SelectMany(later => later ?? Enumerable.Empty<OutgoingMessage>())];
            _ready.Clear();
            _later.Clear();
            _waiting = 0;
        }

        foreach (var message in left)
        {
            Finish(message, Task.FromResult(leaveOut(message)));
        }
    }

    private async Task RunLaneAsync()
    {
        for (var message = Next(null); message is not null; message = Next(message))
        {
            var sending = send(message);
            try
            {
                await sending.ConfigureAwait(false);
            }
            catch (Exception)
            {
                // It is thrown where it is taken, on the pipeline's thread.
            }

            var done = message;
            (IsHungry ? post : postSoon)(() => Finish(done, sending));
        }
    }

    // Whether the lane that is done takes what leaves half in store: it is time for the pipeline to read on. With one lane always.
    private bool IsHungry => Volatile.Read(ref _waiting) <= (lanes / 2) + 1;

    /// <summary>The next message of a lane that has sent one; null ends the lane.</summary>
    private OutgoingMessage? Next(OutgoingMessage? sent)
    {
        lock (_lock)
        {
            if (sent is not null && _later.TryGetValue(sent.Recipient, out var later))
            {
                if (later is { Count: > 0 })
                {
                    _ready.Enqueue(later.Dequeue());
                }
                else
                {
                    _later.Remove(sent.Recipient);
                }
            }

            if (_ready.Count > 0)
            {
                _waiting--;
                return _ready.Dequeue();
            }

            if (--_running == 0)
            {
                _ended?.TrySetResult(true);
                _ended = null;
            }

            return null;
        }
    }

    private void Finish(OutgoingMessage message, Task<SendReport> sent)
    {
        Count--;
        emit(message, sent.GetAwaiter().GetResult());
    }
}
