using System.Management.Automation;

namespace Chatalo.Commands;

/// <summary>
/// Reads a parameter that takes each piped object whole. The engine binds everything to such a parameter, so it loses no input with an error of its
/// binder; and this class decides whose columns count: those of the module's own objects, not those of a list that happen to have the same names.
/// </summary>
internal static class PipedInput
{
    /// <summary>The piped object; null where it is null, DBNull or nothing.</summary>
    public static PSObject? Row(object? piped) => InputColumn.Unwrap(piped) is { } value ? PSObject.AsPSObject(value is PSCustomObject ? piped : value) : null;

    /// <summary>A text or a number, which has no columns that count.</summary>
    public static bool IsPlain(PSObject row) => row.BaseObject is string or char or ValueType;

    /// <summary>What was piped in: a text as it is, the column of an object of the module, or null for nothing.</summary>
    /// <param name="piped">What the engine bound.</param>
    /// <param name="types">Whose column counts.</param>
    /// <param name="columns">The column's names.</param>
    /// <param name="what">What it is, for a sentence: "device".</param>
    /// <param name="remedy">What to pipe in instead.</param>
    /// <exception cref="ChataloException">It is an object of somebody else, or it cannot be read.</exception>
    public static string? OwnText(object? piped, IReadOnlyList<Type> types, IReadOnlyList<string> columns, string what, string remedy)
    {
        var row = Row(piped);
        if (row is null)
        {
            return null;
        }

        if (row.BaseObject is string text)
        {
            return text;
        }

        return !IsPlain(row) && OwnObject.IsOne(row, types) && InputColumn.TryRead(row, columns, out var cell)
            ? InputValue.Text(cell, what)
            : throw NotOwn(row, what, remedy);
    }

    /// <summary>The error for an object whose columns do not count.</summary>
    public static ChataloException NotOwn(PSObject row, string what, string remedy)
    {
        var name = OwnObject.WithoutOrigin(row.TypeNames.FirstOrDefault() ?? "object");
        var kind = row.BaseObject is PSCustomObject && !name.StartsWith("Chatalo.", StringComparison.Ordinal) ? "row that this module did not write" : name;
        return new ChataloException(ErrorKind.InvalidInput, $"The input is a {kind}, from which no {what} is taken.", remedy);
    }

    /// <summary>The cell of a row; null where there is none. A text or a number has no cells.</summary>
    /// <exception cref="ChataloException">It cannot be read, or is not a text.</exception>
    public static string? Cell(PSObject? row, IReadOnlyList<string> columns, string what)
        => row is not null && !IsPlain(row) && InputColumn.TryRead(row, columns, out var cell) ? InputValue.Text(cell, what) : null;
}
