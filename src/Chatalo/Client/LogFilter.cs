namespace Chatalo.Client;

/// <summary>Which log entries.</summary>
internal sealed record LogFilter(string? Action, string? IPAddress, DateTimeOffset? After, DateTimeOffset? Before);
