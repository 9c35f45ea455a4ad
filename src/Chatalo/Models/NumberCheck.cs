namespace Chatalo;

/// <summary>Whether a number is on WhatsApp.</summary>
public sealed class NumberCheck : GatewayObject
{
    /// <summary>The device that asked.</summary>
    public string DeviceId { get; init; } = "";

    /// <summary>Digits with country code.</summary>
    public string? Number { get; init; }

    /// <summary>Whether it is on WhatsApp; null when the gateway did not say.</summary>
    public bool? Exists { get; init; }

    /// <summary>The input that was checked, to go on with.</summary>
    public object? InputObject { get; init; }
}
