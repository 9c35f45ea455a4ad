using System.Globalization;
using System.Text;
using System.Xml;

namespace Chatalo.Contacts.Files.Excel;

/// <summary>
/// The rows of a worksheet of an .xlsx workbook, one at a time, as far as they have cells with a value: what is empty between two cells costs nothing.
/// Our own because MiniExcel 1.46 and ExcelDataReader 3.6 walk every cell up to the last one that is formatted, which does not end for XFD1048576.
/// </summary>
internal sealed class XlsxSheet(XmlReader reader, XlsxWorkbook workbook, HashSet<int> hiddenColumns, CancellationToken stop)
{
    private readonly StringBuilder _text = new();
    private readonly char[] _buffer = new char[4096];

    /// <summary>Reads the rows that have a value, in order.</summary>
    public IEnumerable<TableRow> Read()
    {
        var line = 0;
        var rows = 0;
        var columns = 0;
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                if (reader.NodeType == XmlNodeType.EndElement && reader.LocalName == "sheetData")
                {
                    yield break;
                }

                continue;
            }

            if (reader.LocalName == "col")
            {
                stop.ThrowIfCancellationRequested();
                Bounds.Check(++columns, Bounds.Columns, "descriptions of columns");
                ReadColumn();
            }
            else if (reader.LocalName == "row")
            {
                stop.ThrowIfCancellationRequested();
                Bounds.Check(++rows, Bounds.Rows, "rows in a sheet");
                line = int.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : line + 1;
                var isHidden = IsTrue("hidden") || IsZero("ht");
                if (ReadCells() is { } cells)
                {
                    yield return new TableRow(line, cells, IsSheet: true) { IsHidden = isHidden };
                }
            }
        }
    }

    private void ReadColumn()
    {
        if (hiddenColumns.Count < Bounds.Columns && (IsTrue("hidden") || IsZero("width")) && int.TryParse(reader.GetAttribute("min"), NumberStyles.None, CultureInfo.InvariantCulture, out var min)
            && int.TryParse(reader.GetAttribute("max"), NumberStyles.None, CultureInfo.InvariantCulture, out var max))
        {
            for (var i = min; i <= Math.Min(max, Bounds.Columns); i++)
            {
                hiddenColumns.Add(i - 1);
            }
        }
    }

    private bool IsZero(string attribute) => double.TryParse(reader.GetAttribute(attribute), NumberStyles.Float, CultureInfo.InvariantCulture, out var size) && size == 0;

    private bool IsTrue(string attribute) => reader.GetAttribute(attribute) is "1" or "true";

    private List<object?>? ReadCells()
    {
        if (reader.IsEmptyElement)
        {
            return null;
        }

        List<object?>? cells = null;
        var depth = reader.Depth;
        var column = -1;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "c")
            {
                column = ColumnOf(reader.GetAttribute("r")) ?? column + 1;
                Bounds.Check(column + 1, Bounds.Columns, "columns in a sheet");
                if (ReadCell() is { } value)
                {
                    cells ??= [];
                    while (cells.Count <= column)
                    {
                        cells.Add(null);
                    }

                    cells[column] = value;
                }
            }
        }

        return cells;
    }

    private object? ReadCell()
    {
        if (reader.IsEmptyElement)
        {
            return null;
        }

        var type = reader.GetAttribute("t");
        var style = int.TryParse(reader.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : 0;
        var depth = reader.Depth;
        var inValue = false;
        _text.Clear();
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                inValue = reader.LocalName == "v" && !reader.IsEmptyElement;
                if (reader.LocalName == "is")
                {
                    XlsxStrings.AppendItem(reader, _text, _buffer);
                }
            }
            else if (reader.NodeType == XmlNodeType.EndElement)
            {
                inValue = false;
            }
            else if (inValue && XmlText.IsText(reader))
            {
                XmlText.Append(reader, _text, _buffer);
            }
        }

        return _text.Length == 0 ? null : Convert(_text.ToString(), type, style);
    }

    private object? Convert(string text, string? type, int style)
    {
        switch (type)
        {
            case "s":
                return workbook.GetString(text);
            case "str" or "inlineStr":
                return NullIfEmpty(XmlText.Unescape(text));
            case "b":
                return text.Trim() is "1" or "true";
            case "e":
                // #N/A and the like: there is no value.
                return null;
            case "d":
                return DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? workbook.Formats.ToCell(date, workbook.FormatOf(style)) : text;
            default:
                return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? workbook.Formats.ToCell(number, workbook.FormatOf(style)) : text;
        }
    }

    internal static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    // "AB12": letters of a number to the base of 26.
    private static int? ColumnOf(string? reference)
    {
        var column = 0;
        foreach (var c in reference ?? string.Empty)
        {
            if (c is < 'A' or > 'Z')
            {
                break;
            }

            column = Math.Min((column * 26) + c - 'A' + 1, Bounds.Columns + 1);
        }

        return column == 0 ? null : column - 1;
    }
}
