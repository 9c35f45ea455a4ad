using Chatalo.Contacts;
using Chatalo.Text;

namespace Chatalo;

/// <summary>A contact of a device.</summary>
public sealed class Contact : GatewayObject
{
    private readonly string? _number;

    /// <summary>The device whose contact it is.</summary>
    public string DeviceId { get; init; } = "";

    /// <summary>The number: + and digits with country code.</summary>
    public string? Number { get => _number; init => _number = E164.Format(value); }

    /// <summary>The name in the device's address book.</summary>
    public string? Name { get; init; }

    /// <inheritdoc />
    public override string ToString() => DisplayText.Line(string.IsNullOrEmpty(Name) ? Number : $"{Name} ({Number})");
}
