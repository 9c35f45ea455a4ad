using Chatalo.Contacts;

namespace Chatalo.Commands;

/// <summary>Reads a number as a cmdlet is given it.</summary>
internal static class RecipientNumber
{
    /// <returns>Digits with country code.</returns>
    /// <exception cref="ChataloException">It is no number that WhatsApp can have; the reason is in the message.</exception>
    public static string Parse(object? number, Session session)
    {
        var result = PhoneNumberNormalizer.Shared.Normalize(number, session.DefaultRegion);
        return result.Digits ?? throw new ChataloException(
            ErrorKind.InvalidInput, result.Refusal!, "Give the number with its country code, such as 6281234567890, or set the region with Connect-Chatalo -DefaultRegion.");
    }
}
