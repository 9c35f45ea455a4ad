using Chatalo.Json;

namespace Chatalo.Webhooks;

/// <summary>
/// Between those who post and the pipeline: keeps the order of arrival, drops re-deliveries, and is full at some point. Safe for several threads.
/// </summary>
internal sealed class WebhookQueue
{
    // With the largest body, what may wait is a few times this much memory.
    private const int MaximumCharacters = 16 * 1024 * 1024;

    private readonly object _gate = new();
    private readonly Queue<WebhookContent> _waiting = new();
    private readonly RecentMessages _recent;
    private readonly int _capacity;
    private readonly long _wanted;
    private long _accepted;
    private int _waitingMessages;
    private long _waitingCharacters;
    private bool _closed;

    /// <param name="capacity">How many messages may wait: who is answered that they came is not told again, so what waits is lost when the process is killed.</param>
    /// <param name="remembered">How many messages are remembered, to know a re-delivery.</param>
    /// <param name="wanted">How many messages are taken in all.</param>
    public WebhookQueue(int capacity, int remembered, long wanted)
    {
        _capacity = capacity;
        _recent = new RecentMessages(remembered);
        _wanted = wanted;
    }

    /// <summary>Whether nothing waits to be taken out.</summary>
    public bool IsEmpty
    {
        get
        {
            lock (_gate)
            {
                return _waiting.Count == 0;
            }
        }
    }

    /// <summary>How many messages were taken in and wait to be taken out.</summary>
    public int WaitingMessages
    {
        get
        {
            lock (_gate)
            {
                return _waitingMessages;
            }
        }
    }

    /// <summary>Whether nothing more is taken in: a message posted now has to be posted again to somebody else, or later.</summary>
    public bool IsFull
    {
        get
        {
            lock (_gate)
            {
                return IsFullNow;
            }
        }
    }

    /// <summary>Whether all messages that were wanted have been taken in.</summary>
    public bool IsComplete
    {
        get
        {
            lock (_gate)
            {
                return _accepted >= _wanted;
            }
        }
    }

    private bool IsFullNow => _closed || _accepted >= _wanted || _waiting.Count >= _capacity || _waitingCharacters >= MaximumCharacters;

    /// <summary>Puts a post's content in, without the messages that came before.</summary>
    /// <returns>False when there is no room; nothing of it is remembered then.</returns>
    public bool TryPut(WebhookContent content)
    {
        lock (_gate)
        {
            if (IsFullNow)
            {
                return false;
            }

            var count = content.Messages.Count + content.Problems.Count;
            if (_waiting.Count > 0 && _waiting.Count + count > _capacity)
            {
                // A post is taken whole or not at all; one with more than there is ever room for comes in when nothing waits.
                return false;
            }

            foreach (var message in content.Messages.Where(_recent.Add))
            {
                _waiting.Enqueue(new WebhookContent([message], []));
                _accepted++;
                _waitingMessages++;
                _waitingCharacters += message.Raw.Length;
            }

            foreach (var problem in content.Problems)
            {
                _waiting.Enqueue(new WebhookContent([], [problem]));
            }

            return true;
        }
    }

    /// <summary>Takes the next message or problem out; null when nothing waits. From then on it is the caller's, and not counted as waiting.</summary>
    public WebhookContent? Take()
    {
        lock (_gate)
        {
            if (_waiting.Count == 0)
            {
                return null;
            }

            var content = _waiting.Dequeue();
            _waitingMessages -= content.Messages.Count;
            _waitingCharacters -= content.Messages.Sum(m => (long)m.Raw.Length);
            return content;
        }
    }

    /// <summary>Takes nothing more in. What waits can still be taken out.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
        }
    }
}
