using Microsoft.Data.Sqlite;

namespace Chatalo.Campaigns.Stores;

/// <summary>
/// Makes and opens the file. A new file comes into its place whole: an empty or half-made one there is a sign of damage and never taken
/// for a new store, since from an empty store everybody would be sent to again.
/// </summary>
internal static class SqliteFile
{
    // "CHTL": marks the file as ours, so that no other program's database is taken for a store.
    private const long ApplicationId = 0x4348544C;

    // SQLite's own.
    private const int PageSize = 4096;

    public static void Ensure(string path, SqliteConnectionStringBuilder options)
    {
        if (File.Exists(path))
        {
            RefuseWhatIsCutOff(path, new FileInfo(path).Length);
            return;
        }

        if (options.Mode != SqliteOpenMode.ReadWriteCreate || Directory.Exists(path) || path.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        DefaultStore.EnsureFolder(path);
        if (!Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))))
        {
            throw CannotBeMade(path, "the folder does not exist.");
        }

        Create(path, options);
    }

    public static SqliteConnection Open(SqliteConnectionStringBuilder options)
    {
        var connection = new SqliteConnection(options.ConnectionString);
        try
        {
            connection.Open();
            // FULL: what is committed is on the disk, also when the power fails in the next moment.
            Execute(connection, "PRAGMA busy_timeout = 15000; PRAGMA synchronous = FULL;");
            if ((long)Execute(connection, "PRAGMA application_id")! != ApplicationId)
            {
                throw new ChataloException(
                    ErrorKind.StoreUnavailable, $"{options.DataSource} is a database, but no campaign store.", "Give -Store another file; a new one is made.");
            }

            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    // SQLite sees by itself that whole pages are missing, but takes the missing part of a page for zeros. Where there is a log, it holds the pages
    // that a full disk kept from being written.
    private static void RefuseWhatIsCutOff(string path, long length)
    {
        if (length == 0 || (length % PageSize != 0 && !File.Exists(path + "-wal")))
        {
            throw new ChataloException(
                ErrorKind.StoreUnavailable, $"The campaign store {path} is {(length == 0 ? "an empty file" : "damaged, cut off or no database")}: without it nobody knows who was sent to.",
                "Restore it from a backup; delete it only if nothing was ever sent with it.");
        }
    }

    private static void Create(string path, SqliteConnectionStringBuilder options)
    {
        var half = $"{path}.{Guid.NewGuid():N}.new";
        try
        {
            MakeForOwnerOnly(half);
            using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder(options.ConnectionString) { DataSource = half }.ConnectionString))
            {
                connection.Open();
                Execute(connection, $"PRAGMA page_size = {PageSize}; PRAGMA application_id = {ApplicationId}; PRAGMA journal_mode = WAL;");
            }

            File.Move(half, path);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another worker was faster.
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CannotBeMade(path, e.Message);
        }
        finally
        {
            File.Delete(half);
        }
    }

    private static ChataloException CannotBeMade(string path, string why) => new(
        ErrorKind.StoreUnavailable, $"The campaign store {path} cannot be made: {why}", "Give -Store a path in an existing folder that you can write to.");

    // SQLite gives its side files (-wal, -shm) the same permissions.
    private static void MakeForOwnerOnly(string path)
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

    private static object? Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
