namespace Chatalo.Emulator.State;

/// <summary>Something that a user did in the member area; the time is the gateway's own, without a zone.</summary>
internal sealed record LogEntry(string Id, DateTime Date, string Action, string IPAddress, string Browser);
