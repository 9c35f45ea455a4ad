namespace Chatalo.Webhooks;

/// <summary>Remembers which messages came lately, so that a re-delivery is told from a new one. Holds a fixed number, the oldest goes first.</summary>
internal sealed class RecentMessages(int capacity)
{
    // An id is a short word. What is longer is not remembered: a sender must not choose how much memory it takes.
    private const int LongestKey = 256;

    private readonly HashSet<(string? Device, string? Sender, string Id)> _known = [];
    private readonly Queue<(string? Device, string? Sender, string Id)> _order = new();

    public int Count => _known.Count;

    /// <returns>False when the same device had a message of the same sender with this id before: ids are the sender's, and two people may have the same.</returns>
    public bool Add(IncomingMessage message)
    {
        if (message.Id is null || message.Id.Length + (message.DeviceId?.Length ?? 0) + (message.Number?.Length ?? 0) > LongestKey)
        {
            return true;
        }

        var key = (message.DeviceId, message.Number, message.Id);
        if (!_known.Add(key))
        {
            return false;
        }

        _order.Enqueue(key);
        if (_order.Count > capacity)
        {
            _known.Remove(_order.Dequeue());
        }

        return true;
    }
}
