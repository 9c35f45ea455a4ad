namespace Chatalo.Client;

/// <summary>What the gateway wants to know of a device. The number goes out in two parts and comes back joined.</summary>
internal sealed record DeviceDetails(string Name, string? Description, string CountryCode, string Number, bool IsApiEnabled);
