namespace Chatalo.Emulator.Endpoints;

/// <summary>Which numbers are on WhatsApp, as far as the emulator pretends.</summary>
internal static class WhatsAppNumbers
{
    public const int LeastDigits = 6;

    // Numbers of E.164 have at most 15 digits; a few more are let through, as gateways do.
    public const int MostDigits = 20;

    public static bool Exists(string number, EmulatorOptions options) =>
        !number.EndsWith("0000", StringComparison.Ordinal) && CanReceive(number, options);

    /// <summary>Sends do not look at how a number ends: whoever numbers many recipients would meet the rule by chance.</summary>
    public static bool CanReceive(string number, EmulatorOptions options) => !options.NumbersNotOnWhatsApp.Contains(number);
}
