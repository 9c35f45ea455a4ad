namespace Chatalo.Emulator.State;

/// <summary>What was delivered.</summary>
internal sealed class MessageStore(EmulatorOptions options)
{
    private readonly RingBuffer<DeliveredMessage> _messages = new(options.KeepMessages);
    private readonly Dictionary<string, int> _byRecipient = new(StringComparer.Ordinal);
    private readonly object _gate = new();
    private long _count;

    /// <summary>All messages ever delivered, kept or not.</summary>
    public long Count => Interlocked.Read(ref _count);

    public void Deliver(string deviceId, string type, string? number, string? groupId, string? message, string? url, string? otpCode = null)
    {
        var time = options.TimeProvider.GetUtcNow();
        lock (_gate)
        {
            var id = Interlocked.Increment(ref _count);
            if (options.CountRecipients && (number ?? groupId) is { } recipient)
            {
                _byRecipient.TryGetValue(recipient, out var before);
                _byRecipient[recipient] = before + 1;
            }

            if (options.KeepMessages > 0)
            {
                _messages.Add(new DeliveredMessage
                {
                    Id = id,
                    Time = time,
                    DeviceId = deviceId,
                    Type = type,
                    Number = number,
                    GroupId = groupId,
                    Message = message,
                    Url = url,
                    OtpCode = otpCode,
                });
            }
        }
    }

    public IReadOnlyList<DeliveredMessage> ToArray()
    {
        lock (_gate)
        {
            return _messages.ToArray();
        }
    }

    public IReadOnlyDictionary<string, int> CountByRecipient()
    {
        lock (_gate)
        {
            return new Dictionary<string, int>(_byRecipient, StringComparer.Ordinal);
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _messages.Clear();
            _byRecipient.Clear();
        }
    }
}
