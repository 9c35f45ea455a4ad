using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Chatalo.Campaigns.Stores;

/// <summary>SQLite: one file, any number of processes of one machine.</summary>
internal sealed class SqliteDialect : StoreDialect
{
    private readonly StoreAddress _address;
    private SqliteFileGuard? _guard;

    public SqliteDialect(StoreAddress address)
    {
        SqliteNative.Prepare();
        _address = address;
    }

    public override string Identity => "INTEGER PRIMARY KEY";

    // Transactions that write are IMMEDIATE: they have the file for themselves from their beginning.
    public override string TakeRows => "";

    public override string HoldRow => "";

    public override string? Now => null;

    public override DbConnection Open()
    {
        _guard?.CheckBeforeReopening();
        var options = Options();
        var file = FilePlace.Target(_address.File!);
        options.DataSource = file;
        SqliteFile.Ensure(file, options, MakeTables);
        var connection = SqliteFile.Open(options);
        _guard = new SqliteFileGuard(_address.File!, file);
        return connection;
    }

    public override void LockSchema(StoreTransaction transaction)
    {
    }

    public override bool HasTables(StoreTransaction transaction)
        => transaction.Scalar("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'chatalo_schema'") > 0;

    public override StoreFault Explain(DbException error)
        => error is SqliteException known ? SqliteFaults.Of(known) : new StoreFault(error.Message, StoreRemedy.Report);

    public override void Verify(DbConnection connection) => _guard?.Check((SqliteConnection)connection);

    private void MakeTables(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction();
        StoreSchema.Bring(new StoreTransaction(this, null, sql =>
        {
            var command = connection.CreateCommand();
            (command.CommandText, command.Transaction) = (sql, transaction);
            return command;
        }));
        transaction.Commit();
    }

    private SqliteConnectionStringBuilder Options()
    {
        try
        {
            // Not pooled: once a cmdlet has ended, the file is free to be moved or deleted. A locked file is waited for by the callers, which can be stopped.
            var options = new SqliteConnectionStringBuilder(_address.ConnectionString) { Pooling = false, DefaultTimeout = 5 };
            return options.DataSource != ":memory:" && options.Mode != SqliteOpenMode.Memory
                ? options
                : throw new ChataloException(ErrorKind.InvalidInput, "A store in memory would not survive the process.", "Give -Store a file.");
        }
        catch (ArgumentException e)
        {
            // Its message names the key, never a value.
            throw new ChataloException(ErrorKind.InvalidInput, $"The store's connection string cannot be read: {e.Message}", "See about_Chatalo_Campaigns for its forms.");
        }
    }
}
