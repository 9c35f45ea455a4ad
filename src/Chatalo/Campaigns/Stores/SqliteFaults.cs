using Microsoft.Data.Sqlite;

namespace Chatalo.Campaigns.Stores;

/// <summary>What SQLite's result codes mean for a store (https://sqlite.org/rescode.html).</summary>
internal static class SqliteFaults
{
    private const int ReadOnlyMoved = 1032;

    private static readonly Dictionary<int, StoreFault> Codes = new()
    {
        [3] = new("access to it is refused", $"Give this account the right to read and write the file and its folder, {StoreRemedy.ThenGoOn}"),
        [5] = new(
            "another process keeps it locked",
            $"End the program that has the file open (a backup, a database viewer, a stopped worker) or wait for it, {StoreRemedy.ThenGoOn}", MayPass: true),
        [6] = new("it is locked", $"Wait until the other command has ended, {StoreRemedy.ThenGoOn}", MayPass: true),
        [7] = new("there is not enough memory", $"Free memory on this machine, {StoreRemedy.ThenGoOn}", MayPass: true),
        [8] = new(
            "it is read-only",
            $"Give this account the right to write the file and its folder (SQLite keeps -wal and -shm beside it), take Mode=ReadOnly out of the store's address, {StoreRemedy.ThenGoOn}"),
        [10] = new(
            "it cannot be read or written (input/output error)", $"Look at the disk, or the connection to the share, that the file is on, {StoreRemedy.ThenGoOn}", MayPass: true),
        [11] = new("the file is damaged or cut off", StoreRemedy.Restore),
        [13] = new(
            "the disk is full", $"Free space on the disk, {StoreRemedy.ThenGoOn} The guide workers.md tells how to move a store to another disk.", MayPass: true),
        [14] = new(
            "the file cannot be opened",
            $"Look whether the path is right and is not a folder, and whether this account may write the file and its folder, {StoreRemedy.ThenGoOn}"),
        [15] = new("the locks of its file system do not work", $"Move the store to a local disk (see the guide workers.md), {StoreRemedy.ThenGoOn}"),
        [18] = new("a text is longer than SQLite can keep", "Shorten the message, then run the command again."),
        [22] = new("the file system cannot hold a file of this size", $"Move the store to another disk (see the guide workers.md), {StoreRemedy.ThenGoOn}"),
        [26] = new("the file is not a database", "Give -Store the path of the campaign's store; or, if no campaign was ever sent, the path of a file that does not exist yet."),
        [ReadOnlyMoved] = new(
            "the file was deleted, moved or replaced while it was in use", "Bring the file back to its place, with its -wal and -shm. A new file would send to everybody again."),
    };

    public static StoreFault Of(SqliteException error)
        => Codes.TryGetValue(error.SqliteExtendedErrorCode, out var exact) ? exact
            : Codes.TryGetValue(error.SqliteErrorCode, out var known) ? known
            : new StoreFault(error.Message, error.Message.Contains("no such") ? StoreRemedy.Restore : StoreRemedy.Report);
}
