namespace Chatalo.Json;

/// <summary>Reads an incoming message from the fields that the vendor's example request has.</summary>
internal static class IncomingMessageReader
{
    // As seconds these are the years after 5138, as milliseconds those after 1973: no message is written outside of that.
    private const double FirstMilliseconds = 100_000_000_000;

    public static IncomingMessage Read(JsonFields f, string raw)
    {
        var sender = f.Object("sender");
        var media = f.Object("media_info");
        var place = f.Object("location_attached");
        var group = Filled(sender.Text("group_id"));
        var inGroup = sender.Bool("in_group") ?? group is not null;
        return new IncomingMessage
        {
            DeviceId = Filled(f.Text("device_id")),
            Id = Filled(f.Text("chat_id")),
            Time = Time(f.Number("timestamp")),
            Sender = sender.Text("name"),
            Number = Filled(sender.Text("number")),
            GroupId = inGroup ? group : null,
            IsGroup = inGroup,
            Text = f.IsBool("message") ? null : f.Text("message"),
            HasMedia = f.Bool("has_media") ?? Filled(media.Text("file_encoded")) is not null,
            MediaType = Filled(media.Text("mimetype")),
            MediaUrl = Filled(media.Text("file_url")),
            FileEncoded = Filled(media.Text("file_encoded")),
            Latitude = Degrees(place.Number("latitude")),
            Longitude = Degrees(place.Number("longitude")),
            IsFromMe = f.Bool("from_me") ?? false,
            IsForwarded = f.Bool("is_forwarded") ?? false,
            IsSticker = f.Bool("is_sticker") ?? false,
            IsBroadcast = f.Bool("broadcast") ?? false,
            Raw = raw,
            Rest = f.Except(
                "device_id", "chat_id", "timestamp", "sender", "message", "has_media", "media_info", "location_attached",
                "from_me", "is_forwarded", "is_sticker", "broadcast"),
        };
    }

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) || text == "false" ? null : text;

    private static double? Degrees(double? number) => number is >= -360 and <= 360 ? number : null;

    private static DateTimeOffset? Time(double? number)
    {
        var milliseconds = Math.Abs(number ?? double.NaN) >= FirstMilliseconds ? number : number * 1000;
        return milliseconds is >= -62_135_596_800_000 and <= 253_402_300_799_999 and { } value
            ? DateTimeOffset.FromUnixTimeMilliseconds((long)value)
            : null;
    }
}
