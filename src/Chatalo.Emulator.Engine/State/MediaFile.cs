namespace Chatalo.Emulator.State;

/// <summary>A file that can be downloaded.</summary>
internal sealed record MediaFile(string Id, byte[] Bytes, string ContentType);
