using Chatalo.Sending;

namespace Chatalo.Campaigns;

/// <summary>The inputs of a run on their way into the store, and those whose results are still to come. Thread-safe.</summary>
internal sealed class Inbox
{
    private readonly object _gate = new();
    private readonly Queue<OutgoingMessage> _new = new();
    private readonly Dictionary<Recipient, OutgoingMessage> _open = [];
    private bool _isComplete;

    /// <summary>How many results are still to come.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _open.Count;
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
                return _isComplete && _new.Count == 0;
            }
        }
    }

    /// <returns>False when one for the same recipient is still open.</returns>
    public bool Add(OutgoingMessage message)
    {
        lock (_gate)
        {
            if (_open.ContainsKey(message.Recipient))
            {
                return false;
            }

            _open.Add(message.Recipient, message);
            _new.Enqueue(message);
            return true;
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

    /// <summary>The first inputs are recorded.</summary>
    public void Recorded(int count)
    {
        lock (_gate)
        {
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
            return _open.TryGetValue(recipient, out message) && _open.Remove(recipient);
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
