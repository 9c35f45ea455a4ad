namespace Chatalo;

/// <summary>Where somebody's profile picture is.</summary>
public sealed class ContactPicture : GatewayObject
{
    /// <summary>The device that asked.</summary>
    public string DeviceId { get; init; } = "";

    /// <summary>Digits with country code.</summary>
    public string? Number { get; init; }

    /// <summary>The picture's address; null when there is none or it is hidden.</summary>
    public string? Url { get; init; }
}
