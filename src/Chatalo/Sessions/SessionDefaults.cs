namespace Chatalo;

/// <summary>What cmdlets fall back to. The store may be a connection string with a password: it is shown nowhere.</summary>
internal sealed record SessionDefaults(string? Device, string Region, string? Store = null);
