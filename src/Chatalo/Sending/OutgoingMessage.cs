namespace Chatalo.Sending;

/// <summary>One message, ready to go.</summary>
internal sealed record OutgoingMessage(string DeviceId, Recipient Recipient, MessageContent Content, object? InputObject)
{
    /// <summary>Which of the inputs of a list it was made of, counted from 1; 0 where nobody counts.</summary>
    public int Position { get; init; }
}
