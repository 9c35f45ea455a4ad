using System.Management.Automation;

namespace Chatalo.Commands;

/// <summary>
/// Reads the columns of a piped object. The module does this itself: where the engine binds them, an input with a value that does not fit, or with
/// a property that throws, is lost with an error of the binder, or ends the list.
/// </summary>
internal static class InputColumn
{
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
                if (input.Properties[name] is { } column)
                {
                    value = Unwrap(column.Value);
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
            return input.Properties[name]?.Value?.ToString();
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
            return input?.Properties.Select(static column => column.Name).ToArray() ?? [];
        }
        catch (Exception e) when (e is not (PipelineStoppedException or OutOfMemoryException))
        {
            return [];
        }
    }

    /// <summary>The value without the engine's wrapper; DBNull is null.</summary>
    public static object? Unwrap(object? value)
    {
        var plain = value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;
        return plain is DBNull ? null : plain;
    }
}
