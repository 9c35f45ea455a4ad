using Microsoft.Data.Sqlite;

namespace Chatalo.Campaigns.Stores;

/// <summary>
/// Makes and opens the file. A new file comes into its place whole, with its tables: an empty or half-made one there is a sign of damage and never
/// taken for a new store, since from an empty store everybody would be sent to again.
/// </summary>
internal static class SqliteFile
{
    // "CHTL": marks the file as ours, so that no other program's database is taken for a store.
    private const long ApplicationId = 0x4348544C;

    // SQLite's own.
    private const int PageSize = 4096;

    /// <summary>Makes the file if there is none, and refuses one that it would be wrong to go on with.</summary>
    /// <param name="path">The file, not a link to it.</param>
    /// <param name="options">How it is opened.</param>
    /// <param name="makeTables">Makes the tables of a new one.</param>
    public static void Ensure(string path, SqliteConnectionStringBuilder options, Action<SqliteConnection> makeTables)
    {
        if (path.StartsWith("file:", StringComparison.OrdinalIgnoreCase) || Directory.Exists(path))
        {
            // SQLite says what is wrong.
            return;
        }

        var rescued = SqliteFileGuard.RescueOf(path);
        if (File.Exists(rescued))
        {
            throw StoreErrors.Rescued(path, rescued, File.Exists(path));
        }

        if (File.Exists(path))
        {
            RefuseWhatIsCutOff(path, new FileInfo(path).Length);
            RefuseSecondName(path);
        }
        else if (options.Mode == SqliteOpenMode.ReadWriteCreate)
        {
            DefaultStore.EnsureFolder(path);
            if (!Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))))
            {
                throw StoreErrors.CannotBeMade(path, "the folder does not exist.");
            }

            // SQLite would take an old log for the new file's own. Two looks, because another process may make the file in between.
            if (new FileInfo(path + "-wal") is { Exists: true, Length: > 0 } && !File.Exists(path))
            {
                throw StoreErrors.OnlyLog(path);
            }

            Create(path, options, makeTables);
        }
    }

    public static SqliteConnection Open(SqliteConnectionStringBuilder options)
    {
        var connection = new SqliteConnection(options.ConnectionString);
        try
        {
            connection.Open();
            // FULL: what is committed is on the disk, also when the power fails in the next moment. A checkpoint after each commit: the file alone
            // knows of every message before it is sent, also when its log is lost or left behind after a kill.
            Execute(connection, "PRAGMA busy_timeout = 5000; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 1;");
            if ((long)Execute(connection, "PRAGMA application_id")! != ApplicationId)
            {
                throw StoreErrors.NotOurs(options.DataSource);
            }

            return (long)Execute(connection, "SELECT count(*) FROM sqlite_master WHERE name = 'chatalo_schema'")! > 0
                ? connection
                : throw StoreErrors.NoTables(options.DataSource);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    // SQLite gives its side files (-wal, -shm) the same permissions.
    public static void MakeForOwnerOnly(string path)
    {
#if NET8_0_OR_GREATER
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        new FileStream(path, options).Dispose();
#else
        new FileStream(path, FileMode.CreateNew).Dispose();
#endif
    }

    public static object? Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    /// <summary>Deletes a file that was to be renamed, with its log; what cannot be deleted stays.</summary>
    public static void DeleteQuietly(string half)
    {
        foreach (var file in new[] { half, half + "-wal", half + "-shm" })
        {
            try
            {
                File.Delete(file);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // It is in nobody's way.
            }
        }
    }

    // SQLite sees by itself that whole pages are missing, but takes the missing part of a page for zeros. Where there is a log, it holds the pages
    // that a full disk kept from being written.
    private static void RefuseWhatIsCutOff(string path, long length)
    {
        if (length == 0 || (length % PageSize != 0 && !File.Exists(path + "-wal")))
        {
            throw StoreErrors.CutOff(path, length == 0);
        }
    }

    // SQLite names the log after the file: under two names it would have two.
    private static void RefuseSecondName(string path)
    {
        if (FileIdentity.Of(path) is not { Names: > 1 } found)
        {
            return;
        }

        // A new file has its unfinished name too until its maker takes that away, or for ever if the maker was killed just then. Nobody opens it by that name.
        DeleteHalfNames(path, found);
        if (FileIdentity.Of(path) is { Names: > 1 } still)
        {
            throw StoreErrors.TwoNames(path, still.Names);
        }
    }

    private static void DeleteHalfNames(string path, FileIdentity file)
    {
        foreach (var half in Directory.GetFiles(Path.GetDirectoryName(Path.GetFullPath(path))!, Path.GetFileName(path) + ".*.new"))
        {
            if (file.IsSameFile(FileIdentity.Of(half)))
            {
                DeleteQuietly(half);
            }
        }
    }

    private static void Create(string path, SqliteConnectionStringBuilder options, Action<SqliteConnection> makeTables)
    {
        var half = $"{path}.{Guid.NewGuid():N}.new";
        try
        {
            MakeForOwnerOnly(half);
            using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder(options.ConnectionString) { DataSource = half }.ConnectionString))
            {
                connection.Open();
                Execute(connection, $"PRAGMA page_size = {PageSize}; PRAGMA application_id = {ApplicationId}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
                makeTables(connection);
                // The last one to close a file writes its log into it too, but does not say when it could not.
                Execute(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
            }

            // False: another worker was faster.
            FilePlace.TryTake(half, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StoreErrors.CannotBeMade(path, e.Message);
        }
        finally
        {
            DeleteQuietly(half);
        }
    }
}
