using Chatalo.Campaigns.Stores;

namespace Chatalo.Commands;

/// <summary>Which store a cmdlet means: -Store, else the session's, else CHATALO_STORE.</summary>
internal static class StoreArgument
{
    /// <summary>The store; at last the user's own file.</summary>
    public static StoreAddress Find(string? given, Session? session, Func<string, string> resolvePath)
        => StoreAddress.Find(given ?? session?.Defaults.Store, resolvePath);

    /// <summary>The store, if one is named somewhere.</summary>
    public static StoreAddress? Configured(string? given, Session? session, Func<string, string> resolvePath)
        => StoreAddress.Configured(given ?? session?.Defaults.Store, resolvePath);
}
