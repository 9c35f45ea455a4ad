namespace Chatalo.Emulator.State;

/// <summary>The statuses of a device that the emulator itself brings about; the vendor lists CONNECTED and DISCONNECTING too.</summary>
internal static class DeviceStatus
{
    public const string Authenticated = "AUTHENTICATED";
    public const string Connecting = "CONNECTING";
    public const string Disconnected = "DISCONNECTED";
}
