using System.Data.Common;
using System.Net.Sockets;

namespace Chatalo.Campaigns.Stores;

/// <summary>
/// The one connection of a store, made when first needed and again after it broke. Blocks while it works, as SQLite always does; callers
/// that must not block give it to a thread of the pool. Thread-safe: one transaction after the other.
/// </summary>
/// <param name="address">Which database.</param>
/// <param name="clock">For tests: a clock for all times.</param>
/// <param name="waiting">Waits out what may pass; null to be told of it at once.</param>
internal sealed class StoreConnection(StoreAddress address, TimeProvider? clock, StoreWaiting? waiting = null) : IDisposable
{
    private readonly object _gate = new();
    private readonly Dictionary<string, DbCommand> _commands = new(StringComparer.Ordinal);
    private StoreDialect? _dialect;
    private DbConnection? _connection;
    private volatile bool _isDisposed;
    private bool _wasOpen;

    public StoreAddress Address => address;

    /// <summary>Does something whole or not at all.</summary>
    /// <remarks>The work may be done several times, until it is committed, and once more when it is not known whether it was.</remarks>
    public T InTransaction<T>(Func<StoreTransaction, T> work) => Wait(() => InTransactionAtOnce(work));

    /// <summary>Reads, without keeping anybody from writing.</summary>
    public T Read<T>(Func<StoreTransaction, T> work) => Wait(() => ReadAtOnce(work));

    /// <summary>The same, without waiting for what may pass.</summary>
    public T InTransactionAtOnce<T>(Func<StoreTransaction, T> work) => Use(work, transactional: true);

    /// <summary>The same, without waiting for what may pass.</summary>
    public T ReadAtOnce<T>(Func<StoreTransaction, T> work) => Use(work, transactional: false);

    /// <summary>Whether an error of this store may pass by itself.</summary>
    public bool MayPass(ChataloException error)
        => error.Kind == ErrorKind.StoreUnavailable && error.InnerException is { } cause && Explain(cause).MayPass;

    public void Dispose()
    {
        _isDisposed = true;
        CloseUnlessInUse();
    }

    // A use that was given up, at Ctrl+C, may still wait for a lock or an answer: it closes when it ends, and nobody waits for it.
    private void CloseUnlessInUse()
    {
        if (Monitor.TryEnter(_gate))
        {
            try
            {
                Close();
            }
            finally
            {
                Monitor.Exit(_gate);
            }
        }
    }

    private T Wait<T>(Func<T> use) => waiting is null ? use() : waiting.Until(use, MayPass);

    private T Use<T>(Func<StoreTransaction, T> work, bool transactional)
    {
        try
        {
            return UseAlone(work, transactional);
        }
        finally
        {
            if (_isDisposed)
            {
                CloseUnlessInUse();
            }
        }
    }

    private T UseAlone<T>(Func<StoreTransaction, T> work, bool transactional)
    {
        lock (_gate)
        {
            if (_isDisposed)
            {
                throw new ObjectDisposedException(nameof(StoreConnection));
            }

            try
            {
                _dialect ??= StoreDialect.For(address);
                if (_connection is null)
                {
                    _connection = _dialect.Open();
                    if (_wasOpen && !Run(static t => t.Dialect.HasTables(t), transactional: false))
                    {
                        throw StoreErrors.TablesGone(address);
                    }

                    _ = Run(StoreSchema.IsCurrent, transactional: false) || Run(StoreSchema.Bring, transactional: true);
                    _wasOpen = true;
                }

                return Run(work, transactional);
            }
            catch (Exception e) when (e is DbException or IOException or SocketException or TimeoutException or UnauthorizedAccessException)
            {
                Close();
                throw StoreErrors.Unusable(address, Explain(e), e);
            }
            catch
            {
                // Also what a driver throws when its connection is in no state to be used: the next call begins anew.
                Close();
                throw;
            }
        }
    }

    private T Run<T>(Func<StoreTransaction, T> work, bool transactional)
    {
        // Before anything is claimed from it, and before what was claimed is sent.
        _dialect!.Verify(_connection!);
        var transaction = transactional ? _connection!.BeginTransaction() : null;
        try
        {
            var result = work(new StoreTransaction(_dialect!, clock, sql => Prepare(sql, transaction)));
            transaction?.Commit();
            transaction?.Dispose();
            _dialect!.Verify(_connection!);
            return result;
        }
        catch
        {
            RollBack(transaction);
            throw;
        }
    }

    private static void RollBack(DbTransaction? transaction)
    {
        try
        {
            transaction?.Dispose();
        }
        catch (Exception)
        {
            // SQLite has rolled back by itself when the disk is full, and refuses to do it twice. What went wrong first is to be told.
        }
    }

    private DbCommand Prepare(string sql, DbTransaction? transaction)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = _connection!.CreateCommand();
            command.CommandText = sql;
            _commands.Add(sql, command);
        }

        command.Transaction = transaction;
        return command;
    }

    private void Close()
    {
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }

        _commands.Clear();
        _connection?.Dispose();
        _connection = null;
    }

    // A host name that is not found comes as the socket's own error.
    private StoreFault Explain(Exception e) => e is DbException known ? _dialect!.Explain(known) : StoreErrors.Other(e);
}
