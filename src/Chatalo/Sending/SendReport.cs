namespace Chatalo.Sending;

/// <summary>What became of one input, and the error to write for it.</summary>
internal sealed record SendReport(SendResult Result, ChataloException? Error)
{
    /// <summary>The same, for the input that a message came with.</summary>
    public SendReport For(OutgoingMessage message) => this with { Result = Result with { InputObject = message.InputObject } };
}
