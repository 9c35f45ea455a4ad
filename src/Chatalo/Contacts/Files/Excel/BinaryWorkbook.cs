using System.Globalization;
#if NET
using System.Text;
#endif
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Chatalo.Contacts.Files.Excel;

/// <summary>
/// A workbook in Excel's binary format (.xls of Excel 2 to 2003), or one that is protected with a password. The only class that names
/// ExcelDataReader, so that the library is loaded with the first such file.
/// </summary>
internal sealed class BinaryWorkbook : IDisposable
{
    // ExcelDataReader gives every cell up to the last used one, also those that were never written.
    private const long MostCells = 200_000_000;

    private readonly IExcelDataReader _reader;
    private readonly CellFormats _formats;
    private readonly CancellationToken _stop;

    public BinaryWorkbook(Stream stream, string? password, CultureInfo culture, CancellationToken stop)
    {
#if NET
        // The library asks for Windows-1252 and the code pages of old files, which .NET has only when they are registered.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
#endif
        _formats = new CellFormats(culture, isDate1904: false);
        _stop = stop;
        var active = ActiveSheet.Find(stream);
        try
        {
            _reader = ExcelReaderFactory.CreateReader(stream, new ExcelReaderConfiguration { Password = password, LeaveOpen = true });
        }
        catch (InvalidPasswordException e)
        {
            throw new InvalidDataException(
                password is null ? "The workbook is protected with a password; give it with -Password." : "The password does not open the workbook; check -Password.", e);
        }

        var tables = new List<Table>();
        do
        {
            var index = tables.Count;
            var hidden = new HashSet<int>();
            tables.Add(new Table(
                _reader.Name,
                _reader.VisibleState == "visible" ? SheetVisibility.Visible : SheetVisibility.Hidden,
                IsActive: index == active,
                hidden,
                () => Rows(index, hidden)));
            _stop.ThrowIfCancellationRequested();
        }
        while (_reader.NextResult());
        Tables = tables;
    }

    public IReadOnlyList<Table> Tables { get; }

    public void Dispose() => _reader.Dispose();

    private IEnumerable<TableRow> Rows(int sheet, HashSet<int> hidden)
    {
        _reader.Reset();
        for (var i = 0; i < sheet; i++)
        {
            _reader.NextResult();
        }

        for (var i = 0; i < _reader.FieldCount; i++)
        {
            if (_reader.GetColumnWidth(i) == 0)
            {
                hidden.Add(i);
            }
        }

        var cells = 0L;
        for (var line = 1; _reader.Read(); line++)
        {
            _stop.ThrowIfCancellationRequested();
            cells += _reader.FieldCount;
            if (cells > MostCells)
            {
                throw new InvalidDataException("The sheet has cells far outside its list; delete the empty rows and columns behind the list and save it, or save it as .xlsx without a password.");
            }

            if (ReadCells() is { } row)
            {
                yield return new TableRow(line, row, IsSheet: true) { IsHidden = _reader.RowHeight == 0 };
            }
        }
    }

    private List<object?>? ReadCells()
    {
        List<object?>? row = null;
        for (var i = 0; i < _reader.FieldCount; i++)
        {
            if (ToCell(_reader.GetValue(i), i) is { } cell)
            {
                row ??= [];
                while (row.Count <= i)
                {
                    row.Add(null);
                }

                row[i] = cell;
            }
        }

        return row;
    }

    private object? ToCell(object? value, int column) => value switch
    {
        null or string { Length: 0 } => null,
        int whole => _formats.ToCell(whole, Format(column)),
        double number => _formats.ToCell(number, Format(column)),
        DateTime date => _formats.ToCell(date, Format(column)),
        TimeSpan time => _formats.ToCell(time.TotalDays, Format(column)),
        _ => value,
    };

    private CellFormat? Format(int column) => _formats.Get(_reader.GetNumberFormatString(column), _reader.GetNumberFormatIndex(column));
}
