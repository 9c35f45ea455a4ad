using System.Collections;
using System.Management.Automation;
using Chatalo.Sending;

namespace Chatalo.Commands;

/// <summary>
/// Reads the columns of a piped object. The module does this itself: where the engine binds them, an input with a value that does not fit, or with
/// a property that throws, is lost with an error of the binder, or ends the list. The columns of a dictionary, such as <c>@{ Nama = 'Budi' }</c>, are its
/// keys: to who writes one it is a row, and its own properties (Keys, Count) are of no use as columns.
/// </summary>
internal static class InputColumn
{
    private const int NamesShown = 12;

    /// <summary>The first of the columns that the input has.</summary>
    /// <param name="input">The input; null where there is none.</param>
    /// <param name="names">The names of the column, in the order in which they count.</param>
    /// <param name="value">The cell without the engine's wrapper; null where it is empty, also a DBNull.</param>
    /// <exception cref="ChataloException">The property threw when it was read.</exception>
    public static bool TryRead(PSObject? input, IEnumerable<string> names, out object? value)
    {
        value = null;
        if (input is null)
        {
            return false;
        }

        foreach (var name in names)
        {
            try
            {
                if (TryFind(input, name, out var cell))
                {
                    value = Unwrap(cell);
                    return true;
                }
            }
            catch (Exception e) when (e is not (PipelineStoppedException or OutOfMemoryException))
            {
                throw new ChataloException(
                    ErrorKind.InvalidInput, $"The input's {name} cannot be read: {(e.InnerException ?? e).Message}", "Correct the object, or pipe in a copy without that property.",
                    innerException: e);
            }
        }

        return false;
    }

    /// <summary>The text in a column; null where there is none or it cannot be read.</summary>
    public static string? TextOf(PSObject input, string name)
    {
        try
        {
            return TryFind(input, name, out var cell) ? cell?.ToString() : null;
        }
        catch (Exception e) when (e is not (PipelineStoppedException or OutOfMemoryException))
        {
            return null;
        }
    }

    /// <summary>The names of the input's columns, for a sentence.</summary>
    public static IEnumerable<string> NamesOf(PSObject? input)
    {
        try
        {
            return input?.BaseObject switch
            {
                // A text has a Length and a date a Day, but nobody means these as columns.
                null or IConvertible => [],
                IDictionary map => map.Keys.OfType<string>().ToArray(),
                _ => input.Properties.Select(static column => column.Name).ToArray(),
            };
        }
        catch (Exception e) when (e is not (PipelineStoppedException or OutOfMemoryException))
        {
            return [];
        }
    }

    /// <summary>Whether the input is a row of a list: its columns are all that it is.</summary>
    public static bool IsRow(PSObject input) => input.BaseObject is PSCustomObject or IDictionary;

    /// <summary>Whether the input has a column, whatever is in it.</summary>
    public static bool Has(PSObject input, string name)
        => input.BaseObject is IDictionary map ? KeyOf(map, name) is not null : input.Properties[name] is not null;

    /// <summary>That the input has no column for the number, and which it has.</summary>
    public static string NoNumberIn(PSObject input)
    {
        if (input.BaseObject is IList list)
        {
            return $"The input is a list of {list.Count} in one object ({input.BaseObject.GetType().Name}), not a row; pipe in what is in it, as with ForEach-Object {{ $_ }}.";
        }

        var names = NamesOf(input).ToArray();
        return names.Length == 0
            ? "The input has no column for the number; it has no columns at all."
            : $"The input has no column for the number; it has {string.Join(", ", names.Take(NamesShown))}.{UnsplitRow.Hint(names)}";
    }

    /// <summary>The value without the engine's wrapper; DBNull is null.</summary>
    public static object? Unwrap(object? value)
    {
        var plain = value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;
        return plain is DBNull ? null : plain;
    }

    private static bool TryFind(PSObject input, string name, out object? cell)
    {
        if (input.BaseObject is IDictionary map)
        {
            var key = KeyOf(map, name);
            cell = key is null ? null : map[key];
            return key is not null;
        }

        var column = input.Properties[name];
        cell = column?.Value;
        return column is not null;
    }

    // As the engine finds properties: the case of a name does not count, also where it does for the dictionary.
    private static string? KeyOf(IDictionary map, string name)
        => map.Contains(name) ? name : map.Keys.OfType<string>().FirstOrDefault(key => string.Equals(key, name, StringComparison.OrdinalIgnoreCase));
}
