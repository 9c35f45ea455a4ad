using Chatalo.Contacts;
using Chatalo.Text;

namespace Chatalo;

/// <summary>
/// A message that somebody wrote to a device, as the gateway posts it to a webhook. What the post does not say, or says in a way that
/// nobody documented, is null or false; <see cref="Raw"/> has it all.
/// </summary>
/// <remarks>Its text is called Text and its file MediaUrl so that neither binds to Send-ChataloMessage: a reply never repeats what came in.</remarks>
public sealed class IncomingMessage : GatewayObject
{
    private readonly string? _number;

    /// <summary>The device it was written to. Binds to -Device, so that the same device answers.</summary>
    public string? DeviceId { get; init; }

    /// <summary>The message's id (<c>chat_id</c>); a re-delivery has the same.</summary>
    public string? Id { get; init; }

    /// <summary>When it was written, in UTC.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>The name that the sender gave themselves. Anybody can choose any name.</summary>
    public string? Sender { get; init; }

    /// <summary>The sender's number: + and digits with country code; WhatsApp's hidden id (LID) where the gateway gives only that. In a group too.</summary>
    public string? Number { get => _number; init => _number = E164.Format(value); }

    /// <summary>The group it was written in, where Send-ChataloMessage answers; null outside groups.</summary>
    public string? GroupId { get; init; }

    /// <summary>Whether it was written in a group.</summary>
    public bool IsGroup { get; init; }

    /// <summary>The text or the caption; null when there is none, which the gateway says with <c>false</c>.</summary>
    public string? Text { get; init; }

    /// <summary>Whether a file came with it.</summary>
    public bool HasMedia { get; init; }

    /// <summary>The file's content type, such as <c>image/jpeg</c>, as the sender named it.</summary>
    public string? MediaType { get; init; }

    /// <summary>Where the gateway keeps the file.</summary>
    public string? MediaUrl { get; init; }

    /// <summary>What Save-ChataloMedia downloads the file by.</summary>
    public string? FileEncoded { get; init; }

    /// <summary>The latitude of an attached place, in degrees.</summary>
    public double? Latitude { get; init; }

    /// <summary>The longitude of an attached place, in degrees.</summary>
    public double? Longitude { get; init; }

    /// <summary>Whether the device's own owner wrote it, on the phone. A bot that answers these may talk to itself.</summary>
    public bool IsFromMe { get; init; }

    /// <summary>Whether it was forwarded.</summary>
    public bool IsForwarded { get; init; }

    /// <summary>Whether it is a sticker.</summary>
    public bool IsSticker { get; init; }

    /// <summary>Whether it came through a broadcast list.</summary>
    public bool IsBroadcast { get; init; }

    /// <summary>The event's JSON text.</summary>
    public string Raw { get; init; } = "";

    /// <summary>For people, on one line and fit for a terminal.</summary>
    public override string ToString() => DisplayText.Line($"{Sender ?? Number}: {Text ?? (HasMedia ? MediaType ?? "media" : "")}");
}
