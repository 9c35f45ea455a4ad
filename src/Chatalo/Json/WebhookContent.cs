namespace Chatalo.Json;

/// <summary>What the body of a webhook's post holds: messages, and what in it could not be read as one.</summary>
internal sealed record WebhookContent(IReadOnlyList<IncomingMessage> Messages, IReadOnlyList<ChataloException> Problems);
