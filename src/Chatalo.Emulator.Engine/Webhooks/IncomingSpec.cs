namespace Chatalo.Emulator;

/// <summary>A message that "someone wrote" to a device, to be posted to the webhook.</summary>
public sealed record IncomingSpec
{
    /// <summary>The device that received it; null is the sample device that is ready.</summary>
    public string? DeviceId { get; init; }

    /// <summary>The message's id; null makes a new one.</summary>
    public string? ChatId { get; init; }

    /// <summary>The name that the sender gave himself.</summary>
    public string? SenderName { get; init; } = "Arik Pratama";

    /// <summary>The sender's number, digits only.</summary>
    public string SenderNumber { get; init; } = "6287858270101";

    /// <summary>The group it was written in; null is a message to the device alone.</summary>
    public string? GroupId { get; init; }

    /// <summary>The text; null is none, which the gateway posts as <c>false</c>.</summary>
    public string? Message { get; init; }

    /// <summary>When it was written; null is now. Posted in whole unix seconds.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>The device itself sent it, from its phone.</summary>
    public bool FromMe { get; init; }

    /// <summary>It was forwarded.</summary>
    public bool IsForwarded { get; init; }

    /// <summary>It is a sticker.</summary>
    public bool IsSticker { get; init; }

    /// <summary>It came through a broadcast list.</summary>
    public bool Broadcast { get; init; }

    /// <summary>A file that came with it, as <see cref="EmulatorServer.AddMedia"/> named it; null is none.</summary>
    public string? FileEncoded { get; init; }

    /// <summary>The latitude of an attached place, in degrees.</summary>
    public double? Latitude { get; init; }

    /// <summary>The longitude of an attached place, in degrees.</summary>
    public double? Longitude { get; init; }

    /// <summary>How often the same event is posted, one after the other: 1 by default, more to try what re-deliveries do.</summary>
    public int Deliveries { get; init; } = 1;
}
