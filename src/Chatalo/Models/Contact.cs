namespace Chatalo;

/// <summary>A contact of a device.</summary>
public sealed class Contact : GatewayObject
{
    /// <summary>The device whose contact it is.</summary>
    public string DeviceId { get; init; } = "";

    /// <summary>Digits with country code.</summary>
    public string? Number { get; init; }

    /// <summary>The name in the device's address book.</summary>
    public string? Name { get; init; }

    /// <inheritdoc />
    public override string ToString() => string.IsNullOrEmpty(Name) ? Number ?? "" : $"{Name} ({Number})";
}
