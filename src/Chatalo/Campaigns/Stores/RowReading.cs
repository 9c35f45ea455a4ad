using System.Data.Common;

namespace Chatalo.Campaigns.Stores;

/// <summary>Reads the columns that may be null.</summary>
internal static class RowReading
{
    public static string? Text(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static long? Number(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    public static int? Integer(this DbDataReader row, int column) => row.IsDBNull(column) ? null : (int)row.GetInt64(column);

    public static DateTimeOffset? Time(this DbDataReader row, int column)
        => row.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));
}
