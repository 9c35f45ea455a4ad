#if NET8_0_OR_GREATER
using System.Data.Common;
using Npgsql;

namespace Chatalo.Campaigns.Stores;

/// <summary>PostgreSQL: any number of workers on any number of machines.</summary>
internal sealed class PostgresDialect(StoreAddress address) : StoreDialect
{
    // Any number will do, as long as all workers take the same.
    private const long SchemaLock = 0x4348544C;

    private readonly string _connectionString = Complete(address.ConnectionString);

    public override string Identity => "bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY";

    public override string TakeRows => " FOR UPDATE SKIP LOCKED";

    public override string HoldRow => " FOR UPDATE";

    public override string? Now => "CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint)";

    public override DbConnection Open()
    {
        var connection = new NpgsqlConnection(_connectionString);
        try
        {
            connection.Open();
            // A machine that vanishes amid a transaction would keep the device's turn from all others, for hours.
            using var limit = new NpgsqlCommand("SET idle_in_transaction_session_timeout = 30000", connection);
            limit.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public override void LockSchema(StoreTransaction transaction)
        => transaction.Execute("SELECT pg_advisory_xact_lock(@key)", ("key", SchemaLock));

    public override bool HasTables(StoreTransaction transaction)
        => transaction.Scalar("SELECT count(*) FROM pg_tables WHERE tablename = 'chatalo_schema' AND schemaname = ANY (current_schemas(false))") > 0;

    public override StoreFault Explain(DbException error)
        => error is NpgsqlException known ? PostgresFaults.Of(known) : new StoreFault(error.Message, StoreRemedy.Report);

    private static string Complete(string given)
    {
        try
        {
            var options = new NpgsqlConnectionStringBuilder(given) { PersistSecurityInfo = false, Pooling = false };
            if (options.MaxAutoPrepare == 0)
            {
                // The same few statements all day.
                options.MaxAutoPrepare = 40;
            }

            if (string.IsNullOrEmpty(options.ApplicationName))
            {
                options.ApplicationName = "Chatalo";
            }

            return options.ConnectionString;
        }
        catch (ArgumentException e)
        {
            // Its message names the key, never a value.
            throw new ChataloException(ErrorKind.InvalidInput, $"The store's connection string cannot be read: {e.Message}", "See about_Chatalo_Campaigns for its forms.");
        }
    }
}
#endif
