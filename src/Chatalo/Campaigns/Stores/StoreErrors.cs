using System.Globalization;

namespace Chatalo.Campaigns.Stores;

/// <summary>What the module itself finds wrong with a store, each with its own advice; what databases find wrong is in SqliteFaults and PostgresFaults.</summary>
internal static class StoreErrors
{
    public static ChataloException Unusable(StoreAddress address, StoreFault fault, Exception cause)
        => new(ErrorKind.StoreUnavailable, $"The campaign store {address} cannot be used: {fault.What.TrimEnd('.')}.", fault.Remedy, innerException: cause);

    /// <summary>An error that no database reported: of the file system, or of the network.</summary>
    public static StoreFault Other(Exception e) => e switch
    {
        UnauthorizedAccessException => new StoreFault(e.Message, $"Give this account the right to read and write the file and its folder, {StoreRemedy.ThenGoOn}"),
        System.Net.Sockets.SocketException or TimeoutException
            => new StoreFault(e.Message, $"Look whether Host and Port in the store's address are right and the server can be reached, {StoreRemedy.ThenGoOn}", MayPass: true),
        _ => new StoreFault(e.Message, $"Look at the path and the disk of the store, {StoreRemedy.ThenGoOn}"),
    };

    public static ChataloException NotOurs(string path) => new(
        ErrorKind.StoreUnavailable, $"{path} is a database, but not a campaign store.",
        "Give -Store the path of the campaign's store; or, if no campaign was ever sent, the path of a file that does not exist yet.");

    public static ChataloException CutOff(string path, bool isEmpty) => new(
        ErrorKind.StoreUnavailable, $"The campaign store {path} is {(isEmpty ? "an empty file" : "damaged, cut off or not a database")}: without it nobody knows who was sent to.",
        "Restore it from a backup; delete it only if nothing was ever sent with it.");

    public static ChataloException NoTables(string path) => new(
        ErrorKind.StoreUnavailable, $"The campaign store {path} has no tables: what was recorded was in its log, {path}-wal, which is missing.",
        "Put the -wal file that belongs to it beside it again, or restore both from a backup; delete the store only if nothing was ever sent with it.");

    public static ChataloException OnlyLog(string path) => new(
        ErrorKind.StoreUnavailable, $"The campaign store {path} is not there, but its log {path}-wal is: the store was deleted, or moved without its log.",
        $"Put the store beside its log again (or the log beside the store), {StoreRemedy.ThenGoOn} Only to begin anew, delete {path}-wal and {path}-shm: then the same list is sent to everybody.");

    public static ChataloException TwoNames(string path, uint names) => new(
        ErrorKind.StoreUnavailable,
        string.Format(CultureInfo.InvariantCulture, "The campaign store {0} has {1} names (hard links): under each of them SQLite would keep another log, and the same message could be sent under both.", path, names),
        $"Delete the other names (find -samefile lists them; copy a backup instead of linking it), {StoreRemedy.ThenGoOn}");

    public static ChataloException CannotBeMade(string path, string why) => new(
        ErrorKind.StoreUnavailable, $"The campaign store {path} cannot be made: {why}",
        "Give -Store a path in an existing folder that you can write to. If a campaign was sent with this path before, bring back its disk or folder instead.");

    public static ChataloException Rescued(string path, string rescued, bool isThere) => isThere
        ? new(
            ErrorKind.StoreUnavailable, $"Beside the campaign store {path} lies {rescued}: what a worker saved when the store was replaced by another file while it was in use.",
            $"Look at both with Get-ChataloCampaign -Store, from copies elsewhere. Delete {rescued} if {path} is the right one; else move {path} away and give {rescued} its name.")
        : new(
            ErrorKind.StoreUnavailable, $"The campaign store {path} is not there, but {rescued} is: what a worker saved when the store was deleted or moved while it was in use.",
            $"Rename {rescued} to {path}, {StoreRemedy.ThenGoOn} Delete it only if everybody is to be sent to again, or if the store is used from its new place.");

    public static ChataloException Lost(string path, string what, string recorded, string? rescued) => new(
        ErrorKind.StoreUnavailable,
        $"The campaign store {path} {what} while it was in use. Nothing more is sent. It held {recorded}" + (rescued is null ? ", which could not be saved." : $"; all of it is saved in {rescued}."),
        rescued is null
            ? "Bring the file back to its place, with its -wal and -shm, or restore a backup, before you run the command again: a new store would send to everybody again."
            : $"End other workers of the store. If it was moved, use it from its new place and delete {rescued}. Else rename {rescued} to {path}, {StoreRemedy.ThenGoOn}");

    public static ChataloException TablesGone(StoreAddress address) => new(
        ErrorKind.StoreUnavailable, $"The tables of the campaign store {address} are gone: they were dropped, or another server answers now, while the store was in use. Nothing more is sent.",
        StoreRemedy.Restore);

    public static ChataloException LogLost(string path) => new(
        ErrorKind.StoreUnavailable, $"The log of the campaign store {path} (its -wal or -shm file) was deleted or replaced while the store was in use. Nothing more is sent.",
        $"End all workers of the store, and leave the three files alone while workers run, {StoreRemedy.ThenGoOn}");
}
