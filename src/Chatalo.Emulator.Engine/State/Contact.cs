namespace Chatalo.Emulator.State;

/// <summary>An entry of the address book that all devices share.</summary>
internal sealed record Contact(string Number, string? Name);
