using System.Text.Json;
using Chatalo.Emulator.Endpoints;
using Chatalo.Emulator.State;

namespace Chatalo.Emulator.Webhooks;

/// <summary>The JSON of an incoming message, as the vendor's example has it.</summary>
internal static class WebhookBody
{
    /// <exception cref="ArgumentException">The file is not known to the emulator.</exception>
    public static byte[] Write(IncomingSpec spec, string chatId, Gateway gateway)
    {
        var file = spec.FileEncoded is null
            ? null
            : gateway.State.Media.FindEncoded(spec.FileEncoded) ?? throw new ArgumentException("The emulator has no such file.", nameof(spec));
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("device_id"u8, spec.DeviceId ?? SampleData.ReadyDeviceId);
            json.WriteString("chat_id"u8, chatId);
            json.WriteStartObject("sender"u8);
            json.WriteString("name"u8, spec.SenderName);
            json.WriteString("number"u8, spec.SenderNumber);
            json.WriteBoolean("in_group"u8, spec.GroupId is not null);
            json.WriteString("group_id"u8, spec.GroupId);
            json.WriteEndObject();
            json.WriteBoolean("from_me"u8, spec.FromMe);
            json.WriteBoolean("is_forwarded"u8, spec.IsForwarded);
            json.WriteBoolean("is_sticker"u8, spec.IsSticker);
            json.WriteNumber("timestamp"u8, (spec.Timestamp ?? gateway.Options.TimeProvider.GetUtcNow()).ToUnixTimeSeconds());
            json.WriteBoolean("broadcast"u8, spec.Broadcast);
            WriteMessage(json, spec.Message);
            json.WriteBoolean("has_media"u8, file is not null);
            WriteMedia(json, file, spec.FileEncoded, gateway);
            json.WriteStartObject("location_attached"u8);
            WriteDegrees(json, "latitude", spec.Latitude);
            WriteDegrees(json, "longitude", spec.Longitude);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private static void WriteMessage(Utf8JsonWriter json, string? message)
    {
        if (message is null)
        {
            json.WriteBoolean("message"u8, false);
        }
        else
        {
            json.WriteString("message"u8, message);
        }
    }

    private static void WriteMedia(Utf8JsonWriter json, MediaFile? file, string? fileEncoded, Gateway gateway)
    {
        json.WriteStartObject("media_info"u8);
        json.WriteString("mimetype"u8, file?.ContentType);
        json.WriteString("file_url"u8, file is null ? null : gateway.FileUrl(file.Id));
        json.WriteString("file_encoded"u8, fileEncoded);
        json.WriteEndObject();
    }

    private static void WriteDegrees(Utf8JsonWriter json, string name, double? degrees)
    {
        if (degrees is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
