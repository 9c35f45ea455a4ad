namespace Chatalo.Sending;

/// <summary>What became of one input, and the error to write for it.</summary>
internal sealed record SendReport(SendResult Result, ChataloException? Error)
{
    /// <summary>Whether it never left because those before it failed for a reason that concerns it too. One error tells of all of these.</summary>
    public bool WasHeldBack { get; init; }

    /// <summary>The same, for the input that a message came with.</summary>
    public SendReport For(OutgoingMessage message) => this with { Result = Result with { InputObject = message.InputObject } };
}
