using Chatalo.Json;

namespace Chatalo.Webhooks;

/// <summary>An event with the fields of the vendor's example, to try a handler with.</summary>
internal sealed record SampleEvent
{
    public required string DeviceId { get; init; }

    public required string Id { get; init; }

    public required DateTimeOffset Time { get; init; }

    public string? Name { get; init; }

    public required string Number { get; init; }

    public string? GroupId { get; init; }

    /// <summary>Null is no text, which the gateway says with <c>false</c>.</summary>
    public string? Text { get; init; }

    public bool IsFromMe { get; init; }

    public string? MediaType { get; init; }

    public string? MediaUrl { get; init; }

    public string? FileEncoded { get; init; }

    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    public string ToJson() => ObjectJson.Write(new Dictionary<string, object?>
    {
        ["device_id"] = DeviceId,
        ["chat_id"] = Id,
        ["sender"] = new Dictionary<string, object?> { ["name"] = Name, ["number"] = Number, ["in_group"] = GroupId is not null, ["group_id"] = GroupId },
        ["from_me"] = IsFromMe,
        ["is_forwarded"] = false,
        ["is_sticker"] = false,
        ["timestamp"] = Time.ToUnixTimeSeconds(),
        ["broadcast"] = false,
        ["message"] = Text ?? (object)false,
        ["has_media"] = MediaUrl is not null || FileEncoded is not null,
        ["media_info"] = new Dictionary<string, object?> { ["mimetype"] = MediaType, ["file_url"] = MediaUrl, ["file_encoded"] = FileEncoded },
        ["location_attached"] = new Dictionary<string, object?> { ["latitude"] = Latitude, ["longitude"] = Longitude },
    });
}
