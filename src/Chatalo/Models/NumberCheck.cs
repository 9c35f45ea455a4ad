using Chatalo.Contacts;
using Chatalo.Text;

namespace Chatalo;

/// <summary>Whether a number is on WhatsApp.</summary>
public sealed class NumberCheck : GatewayObject
{
    private readonly string? _number;

    /// <summary>The device that asked.</summary>
    public string DeviceId { get; init; } = "";

    /// <summary>The number: + and digits with country code.</summary>
    public string? Number { get => _number; init => _number = E164.Format(value); }

    /// <summary>Whether it is on WhatsApp; null when the gateway did not say.</summary>
    public bool? Exists { get; init; }

    /// <summary>The input that was checked, to go on with.</summary>
    public object? InputObject { get; init; }

    /// <inheritdoc />
    public override string ToString() => DisplayText.Line($"{Number}: {(Exists is { } exists ? exists ? "on WhatsApp" : "not on WhatsApp" : "not known")}");
}
