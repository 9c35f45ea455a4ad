using System.Data.Common;

namespace Chatalo.Campaigns.Stores;

/// <summary>Statements on one connection, within a transaction or (for reading) without. Values only ever travel as parameters.</summary>
internal sealed class StoreTransaction(StoreDialect dialect, TimeProvider? clock, Func<string, DbCommand> prepare)
{
    private long? _now;

    public StoreDialect Dialect => dialect;

    /// <summary>Milliseconds since 1970 by the clock that all workers share; the same all through a transaction, but for <see cref="ReadClockAgain"/>.</summary>
    public long Now => _now ??= clock is null && dialect.Now is { } sql
        ? Scalar("SELECT " + sql)
        : (clock ?? TimeProvider.System).GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>
    /// Has the clock read once more. After the wait for a row's lock the time from before it is older than what the row's last holder wrote, which
    /// would look like a time from a wrong clock.
    /// </summary>
    public void ReadClockAgain() => _now = null;

    /// <returns>How many rows it changed.</returns>
    public int Execute(string sql, params (string Name, object? Value)[] values) => Command(sql, values).ExecuteNonQuery();

    /// <returns>The first column of the first row as a number; 0 where there is none.</returns>
    public long Scalar(string sql, params (string Name, object? Value)[] values)
        => Command(sql, values).ExecuteScalar() is { } value and not DBNull ? Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture) : 0;

    public List<T> Query<T>(string sql, Func<DbDataReader, T> read, params (string Name, object? Value)[] values)
    {
        var rows = new List<T>();
        using var reader = Command(sql, values).ExecuteReader();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private DbCommand Command(string sql, (string Name, object? Value)[] values)
    {
        var command = prepare(sql);
        if (command.Parameters.Count == 0)
        {
            foreach (var (name, _) in values)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = name;
                command.Parameters.Add(parameter);
            }
        }

        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i].Value is string text ? StorableText.Of(text) : values[i].Value ?? DBNull.Value;
        }

        return command;
    }
}
