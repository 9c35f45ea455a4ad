namespace Chatalo;

/// <summary>What cmdlets fall back to.</summary>
internal sealed record SessionDefaults(string? Device, string Region);
