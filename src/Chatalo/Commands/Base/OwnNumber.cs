using System.Management.Automation;
using Chatalo.Contacts;

namespace Chatalo.Commands;

/// <summary>
/// The number of an object that the module itself wrote: it is meant as it stands there, whatever the region, and whatever the numbering plans
/// say of it, because the gateway named it or it was read before. Through the pipeline, jobs and Select-Object such an object is known by its
/// type; out of a CSV or JSON file by having all columns of one.
/// </summary>
internal static class OwnNumber
{
    private const string OurTypes = "Chatalo.";

    // What the engine and Import-Csv put in front of the name of the type that an object was made of.
    private static readonly string[] Origins = ["Deserialized.", "Selected.", "CSV:"];

    private static readonly string[] Columns = ["Number", "WhatsAppNumber"];

    private static readonly Lazy<string[][]> ColumnsOfTypes = new(static () =>
    [
        .. new[]
        {
            typeof(SendResult), typeof(Delivery), typeof(Contact), typeof(ContactPicture), typeof(GroupMember), typeof(NumberCheck), typeof(OptOut), typeof(OtpRequest),
            typeof(IncomingMessage), typeof(ChatLink), typeof(Device),
        }.Select(static type => type.GetProperties().Select(static property => property.Name).ToArray()),
    ]);

    /// <summary>The digits with country code of a number that came on an object of ours; null for everything else.</summary>
    /// <param name="given">The number as it was bound.</param>
    /// <param name="from">The object that was piped in.</param>
    public static string? Find(object? given, PSObject? from)
        => from is not null && E164.TryRead(given as string, out var digits) && IsColumnOf(from, (string)given!) && IsOurs(from) ? digits : null;

    // Not something else that a script block took out of it.
    private static bool IsColumnOf(PSObject from, string number) => Columns.Any(column => from.Properties[column]?.Value?.ToString() == number);

    private static bool IsOurs(PSObject from)
        => (from.TypeNames.Any(IsOurType) || (from.BaseObject is PSCustomObject && HasColumnsOfOurs(from))) && !HoldsRefusedNumber(from);

    private static bool IsOurType(string name)
    {
        foreach (var origin in Origins)
        {
            if (name.StartsWith(origin, StringComparison.Ordinal))
            {
                name = name.Substring(origin.Length);
            }
        }

        return name.StartsWith(OurTypes, StringComparison.Ordinal);
    }

    private static bool HasColumnsOfOurs(PSObject from) => ColumnsOfTypes.Value.Any(columns => columns.All(column => from.Properties[column] is not null));

    // A result that was refused has the number as it was given, and no type of a message.
    private static bool HoldsRefusedNumber(PSObject from)
        => from.Properties["Outcome"] is not null && from.Properties["Type"] is { Value: var type } && string.IsNullOrEmpty(type?.ToString());
}
