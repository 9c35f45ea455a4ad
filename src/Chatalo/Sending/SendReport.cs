namespace Chatalo.Sending;

/// <summary>What became of one input, and the error to write for it.</summary>
internal sealed record SendReport(SendResult Result, ChataloException? Error);
