using System.Globalization;
using Chatalo.Campaigns.Stores;
using Chatalo.Sending;

namespace Chatalo.Campaigns;

/// <summary>Records recipients: one row for each person in a campaign, however often a list is imported and whichever form the number has.</summary>
internal static class Enlisting
{
    private sealed record Known(long Id, DeliveryStatus Status, string? Text, string? Url, string? Reason, long? LeaseEnd, long? FinishedAt, bool IsRefused);

    /// <returns>Why the recipient is left out; null when the row is to be sent, or is being sent.</returns>
    public static string? Add(StoreTransaction t, long campaign, OutgoingMessage message)
    {
        var added = t.Execute(
            """
            INSERT INTO chatalo_deliveries (campaign_id, recipient, person, is_group, device_id, body, url, state, attempts, created_at)
            VALUES (@campaign, @recipient, @person, @group, @device, @body, @url, 0, 0, @now) ON CONFLICT DO NOTHING
            """,
            ("campaign", campaign), ("recipient", message.Recipient.Id), ("person", message.Recipient.Person), ("group", message.Recipient.IsGroup ? 1L : 0L),
            ("device", message.DeviceId), ("body", message.Content.Text), ("url", message.Content.Url), ("now", t.Now));
        return added == 1 ? null : Meet(t, Find(t, campaign, message.Recipient.Person), message);
    }

    /// <summary>Records an input that is not sent; one that is recorded already has its newest reason.</summary>
    public static void AddUnsent(StoreTransaction t, long campaign, UnsentInput input)
    {
        // Only a refused input stands for its recipient: who is repeated has a row.
        var person = input.IsRepeated ? null : input.Recipient?.Person;
        var values = new (string, object?)[]
        {
            ("campaign", campaign), ("recipient", person is null ? input.Key : input.Recipient!.Value.Id), ("person", person),
            ("group", input.Recipient?.IsGroup ?? input.Result.GroupId is not null ? 1L : 0L), ("device", input.Result.DeviceId ?? ""), ("body", input.Result.Message), ("url", input.Result.Url),
            ("state", (long)(input.IsRepeated ? DeliveryStatus.Skipped : DeliveryStatus.Failed)), ("now", t.Now),
            ("origin", (long)(input.IsRepeated ? RowOrigin.Repeated : RowOrigin.Refused)), ("given", input.Given),
            ("error", input.Result.ErrorId), ("reason", input.Result.Reason),
        };
        var added = t.Execute(
            """
            INSERT INTO chatalo_deliveries (campaign_id, recipient, person, is_group, device_id, body, url, state, attempts, created_at, finished_at, origin, given, error_id, reason)
            VALUES (@campaign, @recipient, @person, @group, @device, @body, @url, @state, 0, @now, @now, @origin, @given, @error, @reason) ON CONFLICT DO NOTHING
            """,
            values);
        if (added == 0)
        {
            // A row of a message stays as it is: the person has a message, or is to get one.
            t.Execute(
                $"""
                UPDATE chatalo_deliveries SET reason = @reason, error_id = @error, finished_at = @now
                WHERE campaign_id = @campaign AND {(person is null ? "recipient" : "person")} = @key AND origin <> 0
                """,
                ("campaign", campaign), ("key", person ?? input.Key), ("error", input.Result.ErrorId), ("reason", input.Result.Reason), ("now", t.Now));
        }
    }

    /// <summary>Remembers the devices of a campaign, and that each of them has a pace.</summary>
    public static void AddDevice(StoreTransaction t, long campaign, string device)
    {
        t.Execute(
            "INSERT INTO chatalo_campaign_devices (campaign_id, device_id) VALUES (@campaign, @device) ON CONFLICT DO NOTHING",
            ("campaign", campaign), ("device", device));
        t.Execute("INSERT INTO chatalo_device_pace (device_id, next_at, day, day_count) VALUES (@device, 0, 0, 0) ON CONFLICT DO NOTHING", ("device", device));
    }

    private static Known Find(StoreTransaction t, long campaign, string person) => t.Query(
        "SELECT id, state, body, url, reason, lease_end, finished_at, origin FROM chatalo_deliveries WHERE campaign_id = @campaign AND person = @person",
        static r => new Known(
            r.GetInt64(0), (DeliveryStatus)r.GetInt64(1), r.Text(2), r.Text(3), r.Text(4), r.Number(5), r.Number(6), r.GetInt64(7) == (long)RowOrigin.Refused),
        ("campaign", campaign), ("person", person)).Single();

    private static string? Meet(StoreTransaction t, Known known, OutgoingMessage message)
    {
        var isSame = known.Text == StorableText.Of(message.Content.Text) && known.Url == message.Content.Url;
        switch (known.Status)
        {
            case DeliveryStatus.Sent:
                return isSame ? $"Already sent at {At(known)}." : $"Already sent at {At(known)} with another text; the new one was not sent.";
            case DeliveryStatus.Failed when !known.IsRefused:
                return $"Failed before: {known.Reason} Resume-ChataloCampaign -RetryFailed tries it again{(Correct(t, known, message, isSame) ? ", with the new text" : "")}.";
            case DeliveryStatus.Unknown:
            case DeliveryStatus.Sending when known.LeaseEnd < t.Now:
                return "Its outcome is unknown: it may have been delivered. Resume-ChataloCampaign -RetryUnknown sends it again.";
            case DeliveryStatus.Sending:
                return null;
            default:
                // Pending, skipped before, or refused and corrected now: the newest list says what is sent, and an opt-out is looked at again when its turn comes.
                Renew(t, known, message, isSame);
                return null;
        }
    }

    private static void Renew(StoreTransaction t, Known known, OutgoingMessage message, bool isSame)
    {
        if (!isSame || known.Status != DeliveryStatus.Pending)
        {
            t.Execute(
                """
                UPDATE chatalo_deliveries SET state = 0, body = @body, url = @url, device_id = @device, reason = NULL, error_id = NULL, finished_at = NULL, origin = 0, given = NULL
                WHERE id = @id AND (state IN (0, 5) OR origin = 1)
                """,
                ("body", message.Content.Text), ("url", message.Content.Url), ("device", message.DeviceId), ("id", known.Id));
        }
    }

    /// <summary>What surely was not delivered may have failed for its text: the newest one is tried, when it is tried again.</summary>
    private static bool Correct(StoreTransaction t, Known known, OutgoingMessage message, bool isSame) => !isSame && t.Execute(
        "UPDATE chatalo_deliveries SET body = @body, url = @url, device_id = @device WHERE id = @id AND state = 3",
        ("body", message.Content.Text), ("url", message.Content.Url), ("device", message.DeviceId), ("id", known.Id)) == 1;

    private static string At(Known known)
        => DateTimeOffset.FromUnixTimeMilliseconds(known.FinishedAt ?? 0).ToLocalTime().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
