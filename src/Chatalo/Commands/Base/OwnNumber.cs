using System.Globalization;
using System.Management.Automation;
using Chatalo.Contacts;

namespace Chatalo.Commands;

/// <summary>
/// The number of an object that the module itself wrote: it is meant as it stands there, whatever the region, and whatever the numbering plans
/// say of it, because the gateway named it or it was read before.
/// </summary>
internal static class OwnNumber
{
    private const string OurTypes = "Chatalo.";

    private static readonly string[] Columns = ["Number", "WhatsAppNumber"];

    private static readonly Type[] TypesWithNumber =
    [
        typeof(SendResult), typeof(Delivery), typeof(Contact), typeof(ContactPicture), typeof(GroupMember), typeof(NumberCheck), typeof(OptOut), typeof(OtpRequest),
        typeof(IncomingMessage), typeof(ChatLink), typeof(Device), typeof(InterruptedInput), typeof(EmulatorMessage),
    ];

    private static readonly Type[] TypesWithTellingColumns =
    [
        typeof(SendResult), typeof(Delivery), typeof(GroupMember), typeof(NumberCheck), typeof(OtpRequest), typeof(IncomingMessage), typeof(InterruptedInput),
    ];

    /// <summary>The digits with country code of a number that came on an object of ours; null for everything else.</summary>
    /// <param name="given">The number as it was bound.</param>
    /// <param name="from">The object that was piped in.</param>
    public static string? Find(object? given, PSObject? from)
        => from is null ? null
            : E164.TryRead(given as string, out var digits) ? (IsColumnOf(from, (string)given!) && IsOurs(from) ? digits : null)
            : FindWithoutPlus(given, from);

    // A spreadsheet takes +85251234567 for a sum: it shows and saves 85251234567, or gives it as a double. A row that has all columns of one of our
    // types, which nobody names by chance, had the plus; what was refused never had.
    private static string? FindWithoutPlus(object? given, PSObject from)
    {
        var text = given is string ? (string)given : given is double or long or int or decimal ? Convert.ToString(given, CultureInfo.InvariantCulture) : null;
        return E164.TryRead("+" + text, out var digits) && InputColumn.IsRow(from) && IsColumnOf(from, digits)
            && OwnObject.IsOne(from, TypesWithTellingColumns) && !HoldsRefusedNumber(from) && !IsRefusedInput(from)
                ? digits
                : null;
    }

    private static bool IsRefusedInput(PSObject from) => !InputColumn.Has(from, "Type") && InputColumn.TextOf(from, "Outcome") == nameof(InterruptedOutcome.Failed);

    // Not something else that a script block took out of it.
    private static bool IsColumnOf(PSObject from, string number) => Columns.Any(column => InputColumn.TextOf(from, column) == number);

    private static bool IsOurs(PSObject from)
        => (from.TypeNames.Any(static name => OwnObject.WithoutOrigin(name).StartsWith(OurTypes, StringComparison.Ordinal)) || OwnObject.IsOne(from, TypesWithNumber))
            && !HoldsRefusedNumber(from);

    // A result that was refused has the number as it was given, and no type of a message; a delivery of that kind was never tried.
    private static bool HoldsRefusedNumber(PSObject from)
        => (InputColumn.Has(from, "Outcome") && InputColumn.Has(from, "Type") && string.IsNullOrEmpty(InputColumn.TextOf(from, "Type")))
            || (InputColumn.TextOf(from, "Status") == nameof(DeliveryStatus.Failed) && InputColumn.TextOf(from, "Attempts") == "0");
}
