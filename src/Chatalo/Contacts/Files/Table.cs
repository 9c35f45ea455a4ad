namespace Chatalo.Contacts.Files;

/// <summary>A table of a file: a text file is one, a worksheet is one.</summary>
/// <param name="Name">The sheet's name; null for a text file.</param>
/// <param name="Visibility">Whether a person sees it.</param>
/// <param name="IsActive">Whether it is the sheet that the workbook opens with.</param>
/// <param name="HiddenColumns">The columns that nobody sees, from 0; known when the first row is given.</param>
/// <param name="Rows">Reads the rows from the first one.</param>
internal sealed record Table(string? Name, SheetVisibility Visibility, bool IsActive, HashSet<int> HiddenColumns, Func<IEnumerable<TableRow>> Rows);
