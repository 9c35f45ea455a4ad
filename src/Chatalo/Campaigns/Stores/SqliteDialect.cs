using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Chatalo.Campaigns.Stores;

/// <summary>SQLite: one file, any number of processes of one machine.</summary>
internal sealed class SqliteDialect : StoreDialect
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    private readonly StoreAddress _address;

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
        var options = Options();
        SqliteFile.Ensure(_address.File!, options);
        return SqliteFile.Open(options);
    }

    public override void LockSchema(StoreTransaction transaction)
    {
    }

    public override bool HasTables(StoreTransaction transaction)
        => transaction.Scalar("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'chatalo_schema'") > 0;

    public override (string What, bool MayPass) Explain(DbException error) => (error as SqliteException)?.SqliteErrorCode switch
    {
        Busy or Locked => ("another process keeps it locked", true),
        ReadOnly => ("it is read-only", false),
        InputOutput => ("it cannot be read or written (input/output error)", true),
        Corrupt => ("the file is damaged or cut off; restore it from a backup, because without it nobody knows who was sent to", false),
        Full => ("the disk is full", true),
        CannotOpen => ("the file cannot be opened; check the path and the permissions", false),
        NotADatabase => ("the file is no database", false),
        _ => (error.Message, false),
    };

    private SqliteConnectionStringBuilder Options()
    {
        try
        {
            // Not pooled: once a cmdlet has ended, the file is free to be moved or deleted.
            var options = new SqliteConnectionStringBuilder(_address.ConnectionString) { Pooling = false };
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
