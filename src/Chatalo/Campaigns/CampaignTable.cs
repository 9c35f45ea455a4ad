using Chatalo.Campaigns.Stores;
using Chatalo.Sending;

namespace Chatalo.Campaigns;

/// <summary>Campaigns themselves: made, found, paused, removed.</summary>
internal static class CampaignTable
{
    private const string Columns =
        "id, name, paused, pause_reason, interval_min, interval_max, daily_limit, window_start, window_end, utc_offset, max_failures, list_complete, created_at";

    /// <summary>Makes a campaign if there is none of the name, and gives it the settings that are given.</summary>
    /// <exception cref="ChataloException">The name is blank, or means several.</exception>
    public static CampaignRow Ensure(StoreTransaction t, string name, CampaignSettings settings)
    {
        if (CampaignName.Key(name).Length == 0)
        {
            throw new ChataloException(ErrorKind.InvalidInput, "The campaign's name is blank.", "Give -Campaign a name with letters or digits in it.");
        }

        if (Find(t, name) is { } known)
        {
            Change(t, known.Id, settings);
            return Get(t, known.Id);
        }

        t.Execute(
            """
            INSERT INTO chatalo_campaigns (name, name_key, paused, utc_offset, failures, list_complete, created_at)
            VALUES (@name, @key, 0, @offset, 0, 1, @now) ON CONFLICT (name_key) DO NOTHING
            """,
            ("name", CampaignName.Clean(name)), ("key", CampaignName.Key(name)), ("offset", (long)(settings.UtcOffset ?? TimeSpan.Zero).TotalMinutes), ("now", t.Now));
        var row = Find(t, name)!;
        Change(t, row.Id, settings);
        return Find(t, name)!;
    }

    /// <summary>
    /// Finds a campaign by its name. In stores of earlier versions several may have names that look the same: then the exact one is meant.
    /// </summary>
    /// <exception cref="ChataloException">Several look like it, and none is exactly it.</exception>
    public static CampaignRow? Find(StoreTransaction t, string name)
    {
        if ((ByKey(t, CampaignName.OldKey(name)) ?? ByKey(t, CampaignName.Key(name))) is { } found)
        {
            return found;
        }

        var key = CampaignName.Key(name);
        var alike = List(t).Where(row => CampaignName.Key(row.Name) == key).ToList();
        return alike.Count <= 1
            ? alike.SingleOrDefault()
            : throw new ChataloException(
                ErrorKind.InvalidInput, $"The name '{name}' means several campaigns of the store: {string.Join(", ", alike.Select(static row => $"'{row.Name}'"))}.",
                "Give the name of one of them exactly, with its spaces, or pipe it from Get-ChataloCampaign.");
    }

    /// <exception cref="ChataloException">It is gone.</exception>
    public static CampaignRow Get(StoreTransaction t, long id)
        => t.Query($"SELECT {Columns} FROM chatalo_campaigns WHERE id = @id", Read, ("id", id)).SingleOrDefault()
            ?? throw new ChataloException(ErrorKind.NotFound, "The campaign was removed while it ran.", "Nothing is sent that cannot be recorded.");

    public static List<CampaignRow> List(StoreTransaction t)
        => t.Query($"SELECT {Columns} FROM chatalo_campaigns ORDER BY name_key", Read);

    /// <summary>Gives a campaign the settings that are not null.</summary>
    public static void Change(StoreTransaction t, long id, CampaignSettings settings)
    {
        Set(t, id, "utc_offset", (long?)settings.UtcOffset?.TotalMinutes);
        Set(t, id, "daily_limit", settings.DailyLimit);
        Set(t, id, "max_failures", settings.MaxFailures);
        Set(t, id, "window_start", settings.Window?.Start);
        Set(t, id, "window_end", settings.Window?.End);
        Set(t, id, "interval_min", Milliseconds(settings.Interval?.Minimum));
        Set(t, id, "interval_max", Milliseconds(settings.Interval?.Maximum));
    }

    /// <summary>Pauses it unless it is paused, which has a reason already.</summary>
    public static void PauseRunning(StoreTransaction t, long id, string reason) => t.Execute(
        "UPDATE chatalo_campaigns SET paused = 1, pause_reason = @reason WHERE id = @id AND paused = 0", ("reason", reason), ("id", id));

    public static void Pause(StoreTransaction t, long id, string? reason) => t.Execute(
        "UPDATE chatalo_campaigns SET paused = 1, pause_reason = @reason WHERE id = @id", ("reason", reason), ("id", id));

    /// <summary>Lets it send again, and forgets the failures that were counted.</summary>
    public static void Resume(StoreTransaction t, long id) => t.Execute(
        "UPDATE chatalo_campaigns SET paused = 0, pause_reason = NULL, failures = 0 WHERE id = @id", ("id", id));

    /// <summary>Counts failures, and pauses the campaign when they are too many.</summary>
    public static void CountFailures(StoreTransaction t, long id, int count) => t.Execute(
        """
        UPDATE chatalo_campaigns SET failures = failures + @count,
            pause_reason = CASE WHEN paused = 0 AND failures + @count >= max_failures THEN @reason ELSE pause_reason END,
            paused = CASE WHEN failures + @count >= max_failures THEN 1 ELSE paused END
        WHERE id = @id
        """,
        ("count", (long)count), ("reason", "the failures reached -MaxFailures"), ("id", id));

    public static void SetListComplete(StoreTransaction t, long id, bool complete) => t.Execute(
        "UPDATE chatalo_campaigns SET list_complete = @complete WHERE id = @id", ("complete", complete ? 1L : 0L), ("id", id));

    /// <summary>Removes it with all it knows of its recipients.</summary>
    public static void Remove(StoreTransaction t, long id)
    {
        t.Execute("DELETE FROM chatalo_deliveries WHERE campaign_id = @id", ("id", id));
        t.Execute("DELETE FROM chatalo_campaign_devices WHERE campaign_id = @id", ("id", id));
        t.Execute("DELETE FROM chatalo_campaigns WHERE id = @id", ("id", id));
    }

    private static void Set(StoreTransaction t, long id, string column, long? value)
    {
        if (value is not null)
        {
            t.Execute($"UPDATE chatalo_campaigns SET {column} = @value WHERE id = @id", ("value", value), ("id", id));
        }
    }

    private static CampaignRow? ByKey(StoreTransaction t, string key)
        => t.Query($"SELECT {Columns} FROM chatalo_campaigns WHERE name_key = @key", Read, ("key", key)).SingleOrDefault();

    private static long? Milliseconds(double? seconds) => seconds is { } value ? (long)Math.Round(value * 1000) : null;

    private static CampaignRow Read(System.Data.Common.DbDataReader r) => new()
    {
        Id = r.GetInt64(0),
        Name = r.GetString(1),
        IsPaused = r.GetInt64(2) != 0,
        PauseReason = r.Text(3),
        Interval = r.Number(4) is { } from && r.Number(5) is { } to ? new Interval(from / 1000.0, to / 1000.0) : null,
        DailyLimit = r.Integer(6),
        Window = r.Integer(7) is { } start && r.Integer(8) is { } end ? new DailyWindow(start, end) : null,
        UtcOffset = TimeSpan.FromMinutes(r.GetInt64(9)),
        MaxFailures = r.Integer(10),
        IsListComplete = r.GetInt64(11) != 0,
        CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(r.GetInt64(12)),
    };
}
