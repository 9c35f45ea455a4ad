namespace Chatalo;

/// <summary>
/// The statuses that the vendor documents for a device. <see cref="Device.Status"/> is a string, because a status that is added
/// later must not break anything.
/// </summary>
public static class DeviceStatus
{
    /// <summary>Linked with WhatsApp: the only status in which a device can be used.</summary>
    public const string Authenticated = "AUTHENTICATED";

    /// <summary>Connected to WhatsApp, but not linked yet: it cannot be used.</summary>
    public const string Connected = "CONNECTED";

    /// <summary>Waiting for its code to be scanned.</summary>
    public const string Connecting = "CONNECTING";

    /// <summary>Not linked.</summary>
    public const string Disconnected = "DISCONNECTED";

    /// <summary>On its way out.</summary>
    public const string Disconnecting = "DISCONNECTING";

    internal static IReadOnlyList<string> All { get; } = [Authenticated, Connected, Connecting, Disconnected, Disconnecting];
}
