namespace Chatalo.Client;

/// <summary>What the gateway says to a message.</summary>
/// <param name="IsSent">Whether it was sent; null when the gateway does not say.</param>
/// <param name="Said">The gateway's own words.</param>
/// <param name="Rest">Fields that this version does not know; null when there are none.</param>
internal sealed record SendAnswer(bool? IsSent, string? Said, IReadOnlyDictionary<string, object?>? Rest);
