using MiniExcelLibs;

namespace Chatalo.Contacts.Files;

/// <summary>The rows of a workbook's first sheet. The only class that names MiniExcel, so that the library is loaded with the first workbook.</summary>
internal static class ExcelFile
{
    /// <summary>Reads row by row. Numbers come as double, dates as DateTime.</summary>
    /// <exception cref="InvalidDataException">The file is no workbook, is damaged or is encrypted.</exception>
    public static IEnumerable<TableRow> Read(Stream stream)
    {
        // Cast at once: what Query calls dynamic is a dictionary from column letters, left to right.
        using var rows = Guarded(() => ((IEnumerable<object>)MiniExcel.Query(stream, useHeaderRow: false, excelType: ExcelType.XLSX)).GetEnumerator());
        for (var line = 1; Guarded(rows.MoveNext); line++)
        {
            yield return new TableRow(line, ((IDictionary<string, object?>)rows.Current).Values.ToList(), IsSheet: true);
        }
    }

    private static T Guarded<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (Exception error) when (error is not (IOException or OutOfMemoryException))
        {
            throw new InvalidDataException("The workbook cannot be read: it is damaged, encrypted or no .xlsx; open it in Excel and save it anew.", error);
        }
    }
}
