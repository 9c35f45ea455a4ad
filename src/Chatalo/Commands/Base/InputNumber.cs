using System.Management.Automation;
using Chatalo.Contacts;
using Chatalo.Contacts.Files;
using Chatalo.Sending;

namespace Chatalo.Commands;

/// <summary>
/// Finds the number of a piped row by the same words as Import-ChataloContact finds its column. An object of the module's own has it in Number,
/// and so has a row that was written from one; of any other the surest column counts whose cell is not blank.
/// </summary>
internal sealed class InputNumber(IReadOnlyList<string> own, Func<string> region)
{
    private const string OurTypes = "Chatalo.";

    // Of the row before: lists have the same columns in every row.
    private string[] _names = [];
    private NumberColumns? _columns;

    /// <summary>The number as it stands in the row, with the country code of a column of its own; false when there is no column for it.</summary>
    /// <exception cref="ChataloException">A column cannot be read, or the country code disagrees with the number.</exception>
    public bool TryRead(PSObject row, out object? value)
    {
        var hasOwn = InputColumn.TryRead(row, own, out value);
        if (IsOurs(row) || (value is string text && text.StartsWith("+", StringComparison.Ordinal) && E164.TryRead(text, out _)))
        {
            return hasOwn;
        }

        var columns = ColumnsOf(row);
        if (columns.Phones.Count == 0)
        {
            return hasOwn;
        }

        NumberResult? Parts(NumberColumn from) => from.HasParts ? NumberParts.Read(from, Cell(row, from.Index), i => InputValue.Text(Cell(row, i), _names[i]), region()) : null;
        var picked = NumberColumns.Pick(columns.Phones, i => Cell(row, i), number => Parts(number) ?? PhoneNumberNormalizer.Shared.Normalize(Cell(row, number.Index), region()));
        value = Cell(row, picked);
        if (Parts(columns.Phones.First(candidate => candidate.Index == picked)) is { } result)
        {
            value = result.IsAccepted ? E164.Format(result.Digits) : throw new ChataloException(ErrorKind.InvalidInput, result.Refusal, "Correct the row.");
        }

        return true;
    }

    private static bool IsOurs(PSObject row) => row.TypeNames.Any(static name => OwnObject.WithoutOrigin(name).StartsWith(OurTypes, StringComparison.Ordinal));

    private object? Cell(PSObject row, int column) => InputColumn.TryRead(row, [_names[column]], out var value) ? value : null;

    private NumberColumns ColumnsOf(PSObject row)
    {
        var names = InputColumn.NamesOf(row).ToArray();
        if (_columns is null || !names.SequenceEqual(_names))
        {
            // A row that was not split has no columns: its text would be made of nothing, whoever it reached.
            (_names, _columns) = (names, NumberColumns.Of(UnsplitRow.Is(names) ? [] : names));
        }

        return _columns;
    }
}
