using Chatalo.Contacts;
using Chatalo.Text;

namespace Chatalo;

/// <summary>Where somebody's profile picture is.</summary>
public sealed class ContactPicture : GatewayObject
{
    private readonly string? _number;

    /// <summary>The device that asked.</summary>
    public string DeviceId { get; init; } = "";

    /// <summary>The number: + and digits with country code.</summary>
    public string? Number { get => _number; init => _number = E164.Format(value); }

    /// <summary>The picture's address; null when there is none or it is hidden.</summary>
    public string? Url { get; init; }

    /// <inheritdoc />
    public override string ToString() => DisplayText.Line($"{Number}: {Url ?? "no picture"}");
}
