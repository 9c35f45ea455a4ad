namespace Chatalo.Campaigns.Stores;

/// <summary>The advice that several errors of stores share. None of them names another store: it would know nobody who was sent to.</summary>
internal static class StoreRemedy
{
    /// <summary>The end of every advice after which a campaign can go on.</summary>
    public const string ThenGoOn = "then run the same command again with the same store: it goes on where it stopped.";

    public const string Restore =
        "Restore the store from a backup. It alone knows who was sent to: with a new or another store the same list is sent to everybody again.";

    public const string Report = "Run the command again; if the error stays, report it with this text as an issue of the module.";
}
