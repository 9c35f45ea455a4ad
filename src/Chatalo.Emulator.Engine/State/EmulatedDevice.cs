using Chatalo.Emulator.State;

namespace Chatalo.Emulator;

/// <summary>A device as the emulator knows it at one moment.</summary>
public sealed record EmulatedDevice
{
    /// <summary>Its id, a UUID.</summary>
    public required string Id { get; init; }

    /// <summary>Its display name.</summary>
    public required string Name { get; init; }

    /// <summary>What was said about it, if anything.</summary>
    public string? Description { get; init; }

    /// <summary>Country code and number joined, digits only.</summary>
    public required string WhatsAppNumber { get; init; }

    /// <summary>Whether the API may use it.</summary>
    public bool IsApi { get; init; }

    /// <summary>Its status, such as <c>AUTHENTICATED</c>: the only one in which it can be used.</summary>
    public required string Status { get; init; }

    /// <summary>The text in its last QR code; null when it has none.</summary>
    public string? QrPayload { get; init; }

    /// <summary>Until when that code can be scanned.</summary>
    public DateTimeOffset? QrExpiresAt { get; init; }

    /// <summary>When the first of the codes that its owner is looking at was made, since the emulator's start: the time of day may be set meanwhile.</summary>
    internal TimeSpan? ConnectingSince { get; init; }

    internal TimeSpan? QrMadeAt { get; init; }

    /// <summary>When the code ends, as the other times since the emulator's start: <see cref="QrExpiresAt"/> is what its gateway says of it.</summary>
    internal TimeSpan? QrEnd { get; init; }

    internal bool IsReady => IsApi && Status == DeviceStatus.Authenticated;
}
