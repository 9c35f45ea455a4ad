using Chatalo.Campaigns.Stores;

namespace Chatalo.Campaigns;

/// <summary>Numbers that are to get no message. They belong to the store, not to a campaign.</summary>
internal static class OptOutTable
{
    /// <summary>Adds a number; one that is there keeps its time, and its reason unless a new one is given.</summary>
    public static OptOut Add(StoreTransaction t, string number, string? reason)
    {
        t.Execute(
            """
            INSERT INTO chatalo_opt_outs (number, reason, created_at) VALUES (@number, @reason, @now)
            ON CONFLICT (number) DO UPDATE SET reason = COALESCE(excluded.reason, chatalo_opt_outs.reason)
            """,
            ("number", number), ("reason", reason), ("now", t.Now));
        return Find(t, number)!;
    }

    /// <returns>Whether it was there.</returns>
    public static bool Remove(StoreTransaction t, string number) => t.Execute("DELETE FROM chatalo_opt_outs WHERE number = @number", ("number", number)) > 0;

    public static OptOut? Find(StoreTransaction t, string number)
        => t.Query("SELECT number, reason, created_at FROM chatalo_opt_outs WHERE number = @number", Read, ("number", number)).SingleOrDefault();

    /// <summary>The next numbers after one, in their own order.</summary>
    public static List<OptOut> Page(StoreTransaction t, string after, int size) => t.Query(
        "SELECT number, reason, created_at FROM chatalo_opt_outs WHERE number > @after ORDER BY number LIMIT @size", Read, ("after", after), ("size", (long)size));

    private static OptOut Read(System.Data.Common.DbDataReader r) => new()
    {
        Number = r.GetString(0),
        Reason = r.Text(1),
        Time = DateTimeOffset.FromUnixTimeMilliseconds(r.GetInt64(2)),
    };
}
