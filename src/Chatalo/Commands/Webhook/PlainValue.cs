using System.Collections;
using System.Management.Automation;

namespace Chatalo.Commands;

/// <summary>
/// Takes PowerShell's wrappers off a value: what ConvertFrom-Json, Import-Clixml or a literal made becomes dictionaries and lists.
/// Any other object is left as it is, to be written as its text.
/// </summary>
internal static class PlainValue
{
    // Deeper than any event; an object that holds itself ends here.
    private const int MaximumDepth = 32;
    private const int MaximumValues = 100_000;

    /// <exception cref="ChataloException">The value holds itself, or is larger than any event.</exception>
    public static object? Of(object? value)
    {
        var left = MaximumValues;
        return Of(value, 0, ref left);
    }

    private static object? Of(object? value, int depth, ref int left)
    {
        if (--left < 0)
        {
            throw new ChataloException(ErrorKind.InvalidInput, "The object is larger than any event of a webhook, or holds itself.");
        }

        var inner = value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;
        return inner switch
        {
            _ when depth >= MaximumDepth => inner?.ToString(),
            string => inner,
            PSObject custom => OfProperties(custom, depth, ref left),
            IDictionary dictionary => OfEntries(dictionary, depth, ref left),
            IEnumerable list => OfItems(list, depth, ref left),
            _ => inner,
        };
    }

    private static Dictionary<string, object?> OfProperties(PSObject custom, int depth, ref int left)
    {
        var result = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var property in custom.Properties.Where(p => p.MemberType == PSMemberTypes.NoteProperty))
        {
            result[property.Name] = Of(property.Value, depth + 1, ref left);
        }

        return result;
    }

    private static Dictionary<string, object?> OfEntries(IDictionary dictionary, int depth, ref int left)
    {
        var result = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in dictionary)
        {
            result[entry.Key.ToString() ?? ""] = Of(entry.Value, depth + 1, ref left);
        }

        return result;
    }

    private static List<object?> OfItems(IEnumerable list, int depth, ref int left)
    {
        var result = new List<object?>();
        foreach (var item in list)
        {
            result.Add(Of(item, depth + 1, ref left));
        }

        return result;
    }
}
