using System.Management.Automation;
using Chatalo.Contacts;

namespace Chatalo.Commands;

/// <summary>Reads a number as a cmdlet is given it.</summary>
internal static class RecipientNumber
{
    private const string Remedy = "Correct the number and run the command for it again.";

    /// <summary>What becomes of a number.</summary>
    /// <param name="number">The number as it was given.</param>
    /// <param name="from">The object that it came on; null where it was given by itself.</param>
    /// <param name="region">The region of numbers without a country code.</param>
    public static NumberResult Read(object? number, PSObject? from, string region)
        => OwnNumber.Find(number, from) is { } digits ? NumberResult.Accept(digits) : PhoneNumberNormalizer.Shared.Normalize(number, region);

    /// <inheritdoc cref="Read" />
    /// <returns>Digits with country code.</returns>
    /// <exception cref="ChataloException">It is not a number that WhatsApp can have; the reason is in the message.</exception>
    public static string Parse(object? number, PSObject? from, string region) => Accept(Read(number, from, region));

    /// <exception cref="ChataloException">It was refused.</exception>
    public static string Accept(NumberResult result) => result.Digits ?? throw new ChataloException(ErrorKind.InvalidInput, result.Refusal!, Remedy);
}
