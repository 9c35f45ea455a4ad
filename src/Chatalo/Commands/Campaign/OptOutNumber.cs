using Chatalo.Contacts;

namespace Chatalo.Commands;

/// <summary>Reads a number where no session is needed: in the region of this runspace's session, else Indonesia's.</summary>
internal static class OptOutNumber
{
    private const string VendorsRegion = "ID";

    /// <returns>Digits with country code.</returns>
    /// <exception cref="ChataloException">It is no number that WhatsApp can have; the reason is in the message.</exception>
    public static string Parse(object? number)
    {
        var result = Read(number);
        return result.Digits ?? throw new ChataloException(
            ErrorKind.InvalidInput, result.Refusal!, "Give the number with its country code, such as 6281234567890, or set the region with Connect-Chatalo -DefaultRegion.");
    }

    public static string? TryParse(string number) => Read(number).Digits;

    private static NumberResult Read(object? number)
        => PhoneNumberNormalizer.Shared.Normalize(number, CurrentSession.Value?.DefaultRegion ?? VendorsRegion);
}
