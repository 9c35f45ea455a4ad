using Chatalo.Contacts;
using Chatalo.Text;

namespace Chatalo;

/// <summary>A device: a WhatsApp account that the gateway sends from.</summary>
public sealed class Device : GatewayObject
{
    private readonly string? _whatsAppNumber;

    /// <summary>The gateway's id, a UUID.</summary>
    public string Id { get; init; } = "";

    /// <summary>The same id, under the name that other cmdlets bind.</summary>
    public string DeviceId => Id;

    /// <summary>The display name.</summary>
    public string? Name { get; init; }

    /// <summary>The account's number: + and digits with country code. Named so that it never binds as a recipient.</summary>
    public string? WhatsAppNumber { get => _whatsAppNumber; init => _whatsAppNumber = E164.Format(value); }

    /// <summary>What the owner noted about it.</summary>
    public string? Description { get; init; }

    /// <summary>Whether the API may use it; null where the gateway does not say (the list in the profile).</summary>
    public bool? IsApiEnabled { get; init; }

    /// <summary>One of <see cref="DeviceStatus"/>, or a status that came later.</summary>
    public string? Status { get; init; }

    /// <summary>
    /// Whether it can be used: <c>AUTHENTICATED</c> and enabled for the API; null where it is authenticated and the gateway does not say whether
    /// it is enabled (the list in the profile).
    /// </summary>
    public bool? IsReady => IsAuthenticated ? IsApiEnabled : false;

    /// <summary>Whether it is linked with WhatsApp.</summary>
    public bool IsAuthenticated => string.Equals(Status, DeviceStatus.Authenticated, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    public override string ToString() => DisplayText.Line(string.IsNullOrEmpty(Name) ? Id : $"{Name} ({Id})");
}
