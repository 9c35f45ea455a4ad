using Microsoft.Data.Sqlite;

namespace Chatalo.Campaigns.Stores;

/// <summary>
/// Notices that an open file is no longer the one at its path: deleted, moved, or replaced. What is written then goes where nobody will look, and the
/// next run would send to everybody again. SQLite notices it too, but only for some of its writes (fileHasMoved of its os_unix.c).
/// </summary>
internal sealed class SqliteFileGuard
{
    private readonly string _path;
    private readonly string _file;
    private readonly FileIdentity? _main;
    private readonly FileIdentity? _log;
    private readonly FileIdentity? _index;

    /// <param name="path">The path that was given.</param>
    /// <param name="file">The file that it means, whose log lies beside it. It is open and has been read from: from then on the log is there.</param>
    public SqliteFileGuard(string path, string file)
    {
        (_path, _file) = (path, file);
        _main = FileIdentity.Of(path);
        _log = FileIdentity.Of(file + "-wal");
        _index = FileIdentity.Of(file + "-shm");
    }

    /// <summary>The file that <paramref name="file"/> was saved in when it was lost.</summary>
    public static string RescueOf(string file) => file + ".rescued";

    /// <exception cref="ChataloException">It is lost. Its content is saved beside its place, which keeps a new store from being made there.</exception>
    public void Check(SqliteConnection connection)
    {
        if (Loss() is { } loss)
        {
            throw StoreErrors.Lost(_path, loss, Describe(connection), Rescue(connection));
        }

        if ((_log is { } log && !log.IsSameFile(FileIdentity.Of(_file + "-wal"))) || (_index is { } index && !index.IsSameFile(FileIdentity.Of(_file + "-shm"))))
        {
            throw StoreErrors.LogLost(_path);
        }
    }

    /// <summary>Makes sure, before the file is opened again after an error, that it is still the same one: a new one would know nobody.</summary>
    /// <exception cref="ChataloException">It is lost, and nothing of it is left to save.</exception>
    public void CheckBeforeReopening()
    {
        if (Loss() is { } loss)
        {
            throw StoreErrors.Lost(_path, loss, "what this command had recorded", rescued: null);
        }
    }

    private string? Loss() => _main is not { } main || FileIdentity.Of(_path) is var now && main.IsSameFile(now) ? null
        : now is null ? "was deleted or moved" : "was replaced by another file";

    private static string Describe(SqliteConnection connection)
    {
        try
        {
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT count(*) || ' messages of ' || count(DISTINCT campaign_id) || CASE count(DISTINCT campaign_id) WHEN 1 THEN ' campaign, ' ELSE ' campaigns, ' END || count(CASE WHEN state = 2 THEN 1 END) || ' of them sent' FROM chatalo_deliveries";
            return (string)command.ExecuteScalar()!;
        }
        catch (SqliteException)
        {
            return "an unknown number of messages";
        }
    }

    /// <returns>Where it is saved, be it by another worker; null when it cannot be.</returns>
    private string? Rescue(SqliteConnection connection)
    {
        var rescued = RescueOf(_file);
        var half = $"{rescued}.{Guid.NewGuid():N}.new";
        try
        {
            DefaultStore.EnsureFolder(_path);
            SqliteFile.MakeForOwnerOnly(half);
            using (var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = half, Pooling = false }.ConnectionString))
            {
                copy.Open();
                connection.BackupDatabase(copy);
                SqliteFile.Execute(copy, "PRAGMA wal_checkpoint(TRUNCATE)");
            }

            FilePlace.TryTake(half, rescued);
            return rescued;
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
        finally
        {
            SqliteFile.DeleteQuietly(half);
        }
    }
}
