using System.Globalization;

namespace Chatalo.Campaigns.Stores;

/// <summary>
/// The tables, by version. A store of an older version is brought up to date when it is opened; one of a newer version is refused, because
/// this version cannot know its rules. Times are milliseconds since 1970 in UTC. There is no place for a key or a secret.
/// </summary>
internal static class StoreSchema
{
    private static readonly string[][] Versions =
    [
        [
            """
            CREATE TABLE chatalo_campaigns (
                id {identity}, name text NOT NULL, name_key text NOT NULL UNIQUE, paused bigint NOT NULL, pause_reason text,
                interval_min bigint, interval_max bigint, daily_limit bigint, window_start bigint, window_end bigint, utc_offset bigint NOT NULL,
                max_failures bigint, failures bigint NOT NULL, list_complete bigint NOT NULL, created_at bigint NOT NULL)
            """,
            """
            CREATE TABLE chatalo_deliveries (
                id {identity}, campaign_id bigint NOT NULL REFERENCES chatalo_campaigns (id), recipient text NOT NULL, is_group bigint NOT NULL,
                device_id text NOT NULL, body text, url text, state bigint NOT NULL, owner text, lease_end bigint, attempts bigint NOT NULL,
                error_id text, reason text, status_code bigint, created_at bigint NOT NULL, claimed_at bigint, finished_at bigint,
                UNIQUE (campaign_id, recipient))
            """,
            // Serves claims, counts, lists by state and the search for dead workers.
            "CREATE INDEX chatalo_deliveries_by_state ON chatalo_deliveries (campaign_id, state, device_id, id)",
            "CREATE TABLE chatalo_campaign_devices (campaign_id bigint NOT NULL, device_id text NOT NULL, PRIMARY KEY (campaign_id, device_id))",
            "CREATE TABLE chatalo_device_pace (device_id text PRIMARY KEY, next_at bigint NOT NULL, day bigint NOT NULL, day_count bigint NOT NULL)",
            "CREATE TABLE chatalo_opt_outs (number text PRIMARY KEY, reason text, created_at bigint NOT NULL)",
        ],
        [
            // Lists a campaign in the order it was recorded, page after page, without sorting the rest of it for each page.
            "CREATE INDEX chatalo_deliveries_in_order ON chatalo_deliveries (campaign_id, id)",
        ],
        PeopleSchema.Statements,
    ];

    /// <summary>The version that this module writes.</summary>
    public static int Current => Versions.Length;

    /// <summary>Whether there is nothing to do, which opening a store that others are busy with need not wait to find out.</summary>
    public static bool IsCurrent(StoreTransaction transaction) => Version(transaction) == Current;

    /// <summary>Makes the tables, or brings them up to date.</summary>
    /// <exception cref="ChataloException">They are of a newer version.</exception>
    public static bool Bring(StoreTransaction transaction)
    {
        transaction.Dialect.LockSchema(transaction);
        var version = Version(transaction);
        if (version > Current)
        {
            throw new ChataloException(
                ErrorKind.StoreUnavailable,
                string.Format(CultureInfo.InvariantCulture, "The campaign store is of version {0}; this module knows versions up to {1}.", version, Current),
                "Update the module with Update-Module Chatalo, or go on with the version that the store was last used with.");
        }

        if (!transaction.Dialect.HasTables(transaction))
        {
            transaction.Execute("CREATE TABLE chatalo_schema (version bigint NOT NULL)");
            transaction.Execute("INSERT INTO chatalo_schema (version) VALUES (0)");
        }

        foreach (var statement in Versions.Skip(version).SelectMany(static v => v))
        {
            transaction.Execute(statement.Replace("{identity}", transaction.Dialect.Identity));
        }

        transaction.Execute("UPDATE chatalo_schema SET version = @version", ("version", (long)Current));
        return true;
    }

    private static int Version(StoreTransaction transaction)
        => transaction.Dialect.HasTables(transaction) ? (int)transaction.Scalar("SELECT version FROM chatalo_schema") : 0;
}
