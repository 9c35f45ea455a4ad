using System.Text.Json;

namespace Chatalo.ModuleTests.Collection;

/// <summary>A request as it came over the wire.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">Below the base address.</param>
/// <param name="Query">What followed the question mark.</param>
/// <param name="Headers">By name, whatever the case.</param>
/// <param name="Body">Its JSON; null when it had none.</param>
public sealed record ReceivedRequest(string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, JsonElement? Body);
