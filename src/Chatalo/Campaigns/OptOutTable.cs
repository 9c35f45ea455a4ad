using Chatalo.Campaigns.Stores;
using Chatalo.Contacts;

namespace Chatalo.Campaigns;

/// <summary>People that are to get no message, whichever form of their number was given. They belong to the store, not to a campaign.</summary>
internal static class OptOutTable
{
    /// <summary>Adds a number; a person that is there keeps the time and the number, and the reason unless a new one is given.</summary>
    public static OptOut Add(StoreTransaction t, string number, string? reason)
    {
        t.Execute(
            """
            INSERT INTO chatalo_opt_outs (number, person, reason, created_at) VALUES (@number, @person, @reason, @now)
            ON CONFLICT (person) DO UPDATE SET reason = COALESCE(excluded.reason, chatalo_opt_outs.reason)
            """,
            ("number", number), ("person", Person(number)), ("reason", reason), ("now", t.Now));
        return Find(t, number)!;
    }

    /// <returns>Whether the person was there.</returns>
    public static bool Remove(StoreTransaction t, string number) => t.Execute("DELETE FROM chatalo_opt_outs WHERE person = @person", ("person", Person(number))) > 0;

    public static OptOut? Find(StoreTransaction t, string number)
        => t.Query("SELECT number, reason, created_at FROM chatalo_opt_outs WHERE person = @person", Read, ("person", Person(number))).SingleOrDefault();

    /// <summary>The next numbers after one, in their own order.</summary>
    public static List<OptOut> Page(StoreTransaction t, string after, int size) => t.Query(
        "SELECT number, reason, created_at FROM chatalo_opt_outs WHERE number > @after ORDER BY number LIMIT @size", Read, ("after", after), ("size", (long)size));

    private static string Person(string number) => WhatsAppNumberRules.ToIdentity(number);

    private static OptOut Read(System.Data.Common.DbDataReader r) => new()
    {
        Number = r.GetString(0),
        Reason = r.Text(1),
        Time = DateTimeOffset.FromUnixTimeMilliseconds(r.GetInt64(2)),
    };
}
