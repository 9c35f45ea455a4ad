using System.Data.Common;

namespace Chatalo.Campaigns.Stores;

/// <summary>All that SQLite and PostgreSQL do differently. The rules are the same for both and know none of it.</summary>
internal abstract class StoreDialect
{
    /// <summary>A column that numbers the rows in the order they are added.</summary>
    public abstract string Identity { get; }

    /// <summary>The end of a select that takes rows nobody else is taking.</summary>
    public abstract string TakeRows { get; }

    /// <summary>The end of a select that waits for a row and keeps it to the end of the transaction.</summary>
    public abstract string HoldRow { get; }

    /// <summary>An expression for the milliseconds since 1970 by the database's clock; null where the machine's clock is that of all workers.</summary>
    public abstract string? Now { get; }

    /// <summary>Opens a connection, ready for use.</summary>
    public abstract DbConnection Open();

    /// <summary>Keeps other workers from migrating at the same time, to the end of the transaction.</summary>
    public abstract void LockSchema(StoreTransaction transaction);

    /// <summary>Whether the tables of a store are there.</summary>
    public abstract bool HasTables(StoreTransaction transaction);

    /// <summary>What a database error means, and what to do about it.</summary>
    public abstract StoreFault Explain(DbException error);

    /// <summary>Makes sure that what is written to an open connection is where others, and the next run, look for it.</summary>
    /// <exception cref="ChataloException">It is not.</exception>
    public virtual void Verify(DbConnection connection)
    {
    }

    /// <summary>The dialect of a store.</summary>
    public static StoreDialect For(StoreAddress address)
    {
        if (!address.IsPostgres)
        {
            return new SqliteDialect(address);
        }

#if NET8_0_OR_GREATER
        return new PostgresDialect(address);
#else
        throw new ChataloException(
            ErrorKind.InvalidInput, "A store in PostgreSQL needs PowerShell 7.4 or later: its driver has no build for Windows PowerShell 5.1.",
            "Run the command in PowerShell 7, or use a SQLite file.");
#endif
    }
}
