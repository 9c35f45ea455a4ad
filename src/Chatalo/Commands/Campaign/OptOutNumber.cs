using System.Management.Automation;
using Chatalo.Contacts;

namespace Chatalo.Commands;

/// <summary>Reads a number where no session is needed: in the region of this runspace's session, else Indonesia's.</summary>
internal static class OptOutNumber
{
    private const string VendorsRegion = "ID";

    /// <summary>The region of numbers without a country code.</summary>
    public static string Region => CurrentSession.Value?.DefaultRegion ?? VendorsRegion;

    /// <inheritdoc cref="RecipientNumber.Read" />
    public static NumberResult Read(object? number, PSObject? from, NumberDoubts? doubts = null)
    {
        var result = RecipientNumber.Read(number, from, Region);
        doubts?.Add(number, result);
        return result;
    }

    /// <summary>The number's digits with country code; null when it is refused.</summary>
    public static string? TryParse(string number) => Read(number, null).Digits;
}
