using Chatalo.Contacts;
using Chatalo.Text;

namespace Chatalo;

/// <summary>A one-time password that was sent.</summary>
public sealed class OtpRequest : GatewayObject
{
    private readonly string? _number;

    /// <summary>The id to confirm it with.</summary>
    public string? RequestId { get; init; }

    /// <summary>Whether the gateway said that it was sent.</summary>
    public bool? Success { get; init; }

    /// <summary>The gateway's own words; null when it said none.</summary>
    public string? GatewayMessage { get; init; }

    /// <summary>The device it was sent from.</summary>
    public string? DeviceId { get; init; }

    /// <summary>The recipient: + and digits with country code.</summary>
    public string? Number { get => _number; init => _number = E164.Format(value); }

    /// <summary>When it can no longer be confirmed, by this machine's clock.</summary>
    public DateTimeOffset ExpiresAt { get; init; }

    /// <inheritdoc />
    public override string ToString() => DisplayText.Line($"{Number} ({RequestId})");
}
