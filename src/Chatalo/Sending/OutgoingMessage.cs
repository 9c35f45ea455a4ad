namespace Chatalo.Sending;

/// <summary>One message, ready to go.</summary>
internal sealed record OutgoingMessage(string DeviceId, Recipient Recipient, MessageContent Content, object? InputObject);
