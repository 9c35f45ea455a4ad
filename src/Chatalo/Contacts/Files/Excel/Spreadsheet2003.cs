using System.Globalization;
using System.Text;
using System.Xml;

namespace Chatalo.Contacts.Files.Excel;

/// <summary>A workbook as XML, as Excel 2003 and many web applications write it (often named .xls).</summary>
internal sealed class Spreadsheet2003
{
    /// <summary>The namespace by which such a file is known.</summary>
    public const string Namespace = "urn:schemas-microsoft-com:office:spreadsheet";

    private readonly Stream _stream;
    private readonly CellFormats _formats;
    private readonly Dictionary<string, CellFormat?> _styles = new(StringComparer.Ordinal);
    private readonly CancellationToken _stop;
    private readonly StringBuilder _text = new();
    private readonly char[] _buffer = new char[4096];

    public Spreadsheet2003(Stream stream, CultureInfo culture, CancellationToken stop)
    {
        _stream = stream;
        _stop = stop;
        _formats = new CellFormats(culture, isDate1904: false);
        Tables = ReadTables();
    }

    public IReadOnlyList<Table> Tables { get; }

    // One look at all of it: whether a sheet is hidden stands behind its rows.
    private List<Table> ReadTables()
    {
        var tables = new List<Table>();
        var active = 0;
        var rows = 0;
        string? style = null;
        using var reader = Open();
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                switch (reader.LocalName)
                {
                    case "Style":
                        style = Attribute(reader, "ID");
                        break;
                    case "NumberFormat" when style is not null:
                        _styles[style] = _formats.Get(Code(Attribute(reader, "Format")));
                        break;
                    case "Row":
                        _stop.ThrowIfCancellationRequested();
                        Bounds.Check(++rows, Bounds.Rows, "rows");
                        break;
                    case "Worksheet":
                        var index = tables.Count;
                        Bounds.Check(index, Bounds.Parts, "sheets");
                        rows = 0;
                        var hidden = new HashSet<int>();
                        tables.Add(new Table(Attribute(reader, "Name") ?? string.Empty, SheetVisibility.Visible, IsActive: false, hidden, () => Rows(index, hidden)));
                        break;
                    case "ActiveSheet":
                        active = reader.Read() && int.TryParse(reader.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : 0;
                        break;
                    case "Visible" when tables.Count > 0 && reader.Depth > 2:
                        var state = reader.Read() ? reader.Value : string.Empty;
                        tables[tables.Count - 1] = tables[tables.Count - 1] with { Visibility = state.StartsWith("SheetHidden", StringComparison.Ordinal) || state == "SheetVeryHidden" ? SheetVisibility.Hidden : SheetVisibility.Visible };
                        break;
                }
            }
        }

        return tables.Select((table, i) => table with { IsActive = i == active }).ToList();
    }

    private IEnumerable<TableRow> Rows(int sheet, HashSet<int> hidden)
    {
        using var reader = Open();
        for (var seen = -1; seen < sheet && reader.Read();)
        {
            seen += reader.NodeType == XmlNodeType.Element && reader.LocalName == "Worksheet" ? 1 : 0;
        }

        var (line, column) = (0, 0);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.EndElement && reader.LocalName == "Worksheet")
            {
                yield break;
            }

            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (reader.LocalName == "Column")
            {
                column = Index(reader) ?? column + 1;
                if (Attribute(reader, "Hidden") == "1")
                {
                    hidden.Add(column - 1);
                }
            }
            else if (reader.LocalName == "Row")
            {
                _stop.ThrowIfCancellationRequested();
                line = Index(reader) ?? line + 1;
                var isHidden = Attribute(reader, "Hidden") == "1" || Attribute(reader, "Height") == "0";
                yield return new TableRow(line, ReadCells(reader), IsSheet: true) { IsHidden = isHidden };
            }
        }
    }

    private List<object?> ReadCells(XmlReader reader)
    {
        var cells = new List<object?>();
        if (reader.IsEmptyElement)
        {
            return cells;
        }

        var depth = reader.Depth;
        CellFormat? format = null;
        var next = 0;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (reader.LocalName == "Cell")
            {
                next = Index(reader) ?? next + 1;
                Bounds.Check(next, Bounds.Columns, "columns in a sheet");
                format = Attribute(reader, "StyleID") is { } style && _styles.TryGetValue(style, out var known) ? known : null;
            }
            else if (reader.LocalName == "Data" && next > 0)
            {
                while (cells.Count < next)
                {
                    cells.Add(null);
                }

                cells[next - 1] = ReadData(reader, format);
            }
        }

        return cells;
    }

    private object? ReadData(XmlReader reader, CellFormat? format)
    {
        var type = Attribute(reader, "Type");
        _text.Clear();
        if (!reader.IsEmptyElement)
        {
            var depth = reader.Depth;
            while (reader.Read() && reader.Depth > depth)
            {
                if (XmlText.IsText(reader))
                {
                    XmlText.Append(reader, _text, _buffer);
                }
            }
        }

        var text = _text.ToString();
        return type switch
        {
            "Number" when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => _formats.ToCell(number, format),
            "DateTime" when DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) => _formats.ToCell(date, format),
            "Boolean" => text.Trim() == "1",
            "Error" => null,
            _ => text.Length == 0 ? null : text,
        };
    }

    private XmlReader Open()
    {
        _stream.Position = 0;
        // The stream is another's, and read twice.
        return XmlText.Open(new StreamView(_stream));
    }

    private static int? Index(XmlReader reader) => int.TryParse(Attribute(reader, "Index"), NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index > 0 ? index : null;

    private static string? Attribute(XmlReader reader, string name) => reader.GetAttribute(name, Namespace);

    // The names that the format has for some codes.
    private static string? Code(string? format) => format switch
    {
        "Short Date" or "General Date" => "dd/mm/yyyy",
        "Medium Date" => "dd-mmm-yy",
        "Long Date" => "d mmmm yyyy",
        "Short Time" => "hh:mm",
        "Medium Time" or "Long Time" => "hh:mm:ss",
        "Fixed" => "0.00",
        "Standard" or "Currency" or "Euro Currency" => "#,##0.00",
        "Percent" => "0.00%",
        "Scientific" => "0.00E+00",
        "Yes/No" or "True/False" or "On/Off" => null,
        _ => format,
    };
}
