using System.Collections.Concurrent;
using System.Management.Automation;

namespace Chatalo.Commands;

/// <summary>
/// Tells whether a piped object is one of the module's own. Through the pipeline, jobs and Select-Object such an object is known by its type;
/// out of a CSV or JSON file by having all columns of one.
/// </summary>
internal static class OwnObject
{
    // What the engine and Import-Csv put in front of the name of the type that an object was made of.
    private static readonly string[] Origins = ["Deserialized.", "Selected.", "CSV:"];

    private static readonly ConcurrentDictionary<Type, string[]> Columns = new();

    /// <summary>Whether the object is of one of the types, or was written from one of them.</summary>
    public static bool IsOne(PSObject from, IReadOnlyList<Type> types)
        => from.TypeNames.Any(name => IsName(WithoutOrigin(name), types)) || (InputColumn.IsRow(from) && types.Any(type => HasColumns(from, type)));

    /// <summary>A type's name without what was put in front of it on the object's way.</summary>
    public static string WithoutOrigin(string name)
    {
        foreach (var origin in Origins)
        {
            if (name.StartsWith(origin, StringComparison.Ordinal))
            {
                name = name.Substring(origin.Length);
            }
        }

        return name;
    }

    private static bool IsName(string name, IReadOnlyList<Type> types)
    {
        foreach (var type in types)
        {
            if (name == type.FullName)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasColumns(PSObject from, Type type)
        => Columns.GetOrAdd(type, static t => t.GetProperties().Select(static property => property.Name).ToArray()).All(column => InputColumn.Has(from, column));
}
