namespace Chatalo.Contacts.Files;

/// <summary>A row as the file has it.</summary>
/// <param name="Line">The line of a text file on which the row begins, or the row number of a worksheet; both count from 1.</param>
/// <param name="Cells">The cells: strings from a text file; also numbers, dates and booleans from a worksheet. <see cref="SheetValue"/> where a number format shows something else. Null is an empty cell.</param>
/// <param name="IsSheet">Whether a worksheet keeps the cells in their columns; in a text file a stray delimiter moves all behind it.</param>
/// <param name="Problem">What is wrong with the row itself, as a sentence; null when it is well-formed.</param>
internal readonly record struct TableRow(int Line, IReadOnlyList<object?> Cells, bool IsSheet, string? Problem = null)
{
    /// <summary>Whether the row is hidden, by hand or by a filter.</summary>
    public bool IsHidden { get; init; }

    public bool IsEmpty => Problem is null && Cells.All(cell => cell is null || (cell is string text && string.IsNullOrWhiteSpace(text)));
}
