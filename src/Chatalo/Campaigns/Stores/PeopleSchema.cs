namespace Chatalo.Campaigns.Stores;

/// <summary>
/// The step of <see cref="StoreSchema"/> that has campaigns and opt-outs know a person by one key, whichever form of the number was given
/// (<see cref="Contacts.WhatsAppNumberRules.ToIdentity"/>), that has rows for inputs nobody could be sent to, and that says what stored times stand for.
/// </summary>
internal static class PeopleSchema
{
    // The same rule as ToIdentity, in SQL: a test compares the two.
    private const string Identity =
        """
        CASE WHEN length({0}) <> 12 THEN {0}
            WHEN substr({0}, 1, 2) = '52' THEN '521' || substr({0}, 3)
            WHEN substr({0}, 1, 2) = '54' THEN '549' || substr({0}, 3)
            WHEN substr({0}, 1, 2) = '55' AND substr({0}, 5, 1) IN ('6', '7', '8', '9') THEN substr({0}, 1, 4) || '9' || substr({0}, 5)
            ELSE {0} END
        """;

    // What may have reached the person stands for both: sent, in flight, unknown, failed, skipped, pending.
    private const string Rank = "CASE {0}state WHEN 2 THEN 0 WHEN 1 THEN 1 WHEN 4 THEN 2 WHEN 3 THEN 3 WHEN 5 THEN 4 ELSE 5 END";

    public static readonly string[] Statements =
    [
        "ALTER TABLE chatalo_deliveries ADD COLUMN person text",
        // What became of the row before it could be a message: see RowOrigin.
        "ALTER TABLE chatalo_deliveries ADD COLUMN origin bigint NOT NULL DEFAULT 0",
        "ALTER TABLE chatalo_deliveries ADD COLUMN given text",
        // How long the lease was when it was made or lengthened, in milliseconds.
        "ALTER TABLE chatalo_deliveries ADD COLUMN lease_length bigint",
        $"UPDATE chatalo_deliveries SET person = CASE WHEN is_group <> 0 THEN recipient ELSE {Of(Identity, "recipient")} END",
        "CREATE INDEX chatalo_deliveries_people ON chatalo_deliveries (campaign_id, person)",
        // An earlier version took two forms of a number for two people. One row stands for the person; the other is sent to no more.
        $"""
        UPDATE chatalo_deliveries SET person = NULL, origin = 2, reason = CASE WHEN state = 0 THEN '{CampaignTexts.Duplicate}' ELSE reason END, state = CASE WHEN state = 0 THEN 5 ELSE state END
        WHERE is_group = 0 AND EXISTS (SELECT 1 FROM chatalo_deliveries o
            WHERE o.campaign_id = chatalo_deliveries.campaign_id AND o.person = chatalo_deliveries.person AND o.id <> chatalo_deliveries.id
                AND ({Of(Rank, "o.")} < {Of(Rank, "chatalo_deliveries.")}
                    OR ({Of(Rank, "o.")} = {Of(Rank, "chatalo_deliveries.")} AND o.id < chatalo_deliveries.id)))
        """,
        "DROP INDEX chatalo_deliveries_people",
        "CREATE UNIQUE INDEX chatalo_deliveries_people ON chatalo_deliveries (campaign_id, person)",
        "ALTER TABLE chatalo_opt_outs ADD COLUMN person text",
        $"UPDATE chatalo_opt_outs SET person = {Of(Identity, "number")}",
        """
        DELETE FROM chatalo_opt_outs WHERE EXISTS (SELECT 1 FROM chatalo_opt_outs o WHERE o.person = chatalo_opt_outs.person
            AND (o.created_at < chatalo_opt_outs.created_at OR (o.created_at = chatalo_opt_outs.created_at AND o.number < chatalo_opt_outs.number)))
        """,
        "CREATE UNIQUE INDEX chatalo_opt_outs_people ON chatalo_opt_outs (person)",
        // The zone of the device's day in minutes, and how long next_at may hold anybody from now, in milliseconds; null where it is not known yet.
        "ALTER TABLE chatalo_device_pace ADD COLUMN zone bigint",
        "ALTER TABLE chatalo_device_pace ADD COLUMN gap bigint",
    ];

    private static string Of(string expression, string what) => expression.Replace("{0}", what);
}
