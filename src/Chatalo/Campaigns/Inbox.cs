using Chatalo.Sending;

namespace Chatalo.Campaigns;

/// <summary>The inputs of a run on their way into the store, and those whose results are still to come. Thread-safe.</summary>
internal sealed class Inbox
{
    private readonly object _gate = new();
    private readonly Queue<OutgoingMessage> _new = new();
    private readonly Queue<UnsentInput> _unsent = new();
    private readonly Dictionary<string, OutgoingMessage> _open = new(StringComparer.Ordinal);
    private bool _isComplete;

    /// <summary>How many results are still to come, and inputs without a message to record.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _open.Count + _unsent.Count;
            }
        }
    }

    /// <summary>Whether no more inputs come and all are in the store.</summary>
    public bool IsDone
    {
        get
        {
            lock (_gate)
            {
                return _isComplete && _new.Count == 0 && _unsent.Count == 0;
            }
        }
    }

    /// <returns>False when one for the same recipient is still open.</returns>
    public bool Add(OutgoingMessage message)
    {
        lock (_gate)
        {
            if (_open.ContainsKey(message.Recipient.Person))
            {
                return false;
            }

            _open.Add(message.Recipient.Person, message);
            _new.Enqueue(message);
            return true;
        }
    }

    /// <summary>An input that is not sent and has its result, to be recorded.</summary>
    public void AddUnsent(UnsentInput input)
    {
        lock (_gate)
        {
            _unsent.Enqueue(input);
        }
    }

    public void Complete()
    {
        lock (_gate)
        {
            _isComplete = true;
        }
    }

    /// <summary>The next inputs to record, without taking them out: they stay until they are recorded.</summary>
    public IReadOnlyList<OutgoingMessage> Peek(int most)
    {
        lock (_gate)
        {
            return _new.Take(most).ToArray();
        }
    }

    /// <summary>The same for those that are not sent.</summary>
    public IReadOnlyList<UnsentInput> PeekUnsent(int most)
    {
        lock (_gate)
        {
            return _unsent.Take(most).ToArray();
        }
    }

    /// <summary>The first inputs are recorded.</summary>
    public void Recorded(int count, int unsent)
    {
        lock (_gate)
        {
            for (; unsent > 0; unsent--)
            {
                _unsent.Dequeue();
            }

            for (; count > 0; count--)
            {
                _new.Dequeue();
            }
        }
    }

    /// <summary>Takes the input for a recipient, whose result is there now.</summary>
    public bool TryTake(Recipient recipient, out OutgoingMessage? message)
    {
        lock (_gate)
        {
            return _open.TryGetValue(recipient.Person, out message) && _open.Remove(recipient.Person);
        }
    }

    /// <summary>The inputs that are in the store and whose results are still to come.</summary>
    public IReadOnlyList<OutgoingMessage> Open()
    {
        lock (_gate)
        {
            return _open.Values.Except(_new).ToArray();
        }
    }
}
