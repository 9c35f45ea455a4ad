using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace Chatalo.Contacts.Files.Excel;

/// <summary>An .xlsx or .xlsm workbook, transitional or strict. Parts are read when they are needed, and the shared strings alone are kept in memory.</summary>
internal sealed class XlsxWorkbook : IDisposable
{
    private readonly XlsxPackage _package;
    private readonly string? _strings;
    private readonly CancellationToken _stop;
    private readonly List<CellFormat?> _styles;
    private XlsxTextStore? _loaded;

    public XlsxWorkbook(ZipArchive zip, CultureInfo culture, CancellationToken stop)
    {
        _package = new XlsxPackage(zip);
        _stop = stop;
        var part = _package.Relations(string.Empty).Values.FirstOrDefault(relation => relation.Type == "officeDocument").Target ?? "xl/workbook.xml";
        var relations = _package.Relations(part);
        var sheets = ReadWorkbook(part, out var isDate1904, out var active);
        Formats = new CellFormats(culture, isDate1904);
        _strings = relations.Values.FirstOrDefault(relation => relation.Type == "sharedStrings").Target;
        var styles = relations.Values.FirstOrDefault(relation => relation.Type == "styles").Target;
        _styles = styles is null ? [] : XlsxStyles.Read(_package.Open(styles), Formats);
        Tables = sheets.Select((sheet, i) => (Sheet: sheet, IsActive: i == active))
            .Where(s => relations.TryGetValue(s.Sheet.Relation, out var target) && target.Type == "worksheet")
            .Select(s => ToTable(s.Sheet, s.IsActive, relations[s.Sheet.Relation].Target)).ToArray();
    }

    public IReadOnlyList<Table> Tables { get; }

    public CellFormats Formats { get; }

    public CellFormat? FormatOf(int style) => style < _styles.Count ? _styles[style] : null;

    /// <summary>The shared string of an index.</summary>
    /// <exception cref="InvalidDataException">There is none; to take the index itself would put a wrong text into a message.</exception>
    public string? GetString(string index)
    {
        _loaded ??= _strings is null ? new XlsxTextStore() : XlsxStrings.Read(_package.Open(_strings), _stop);
        return int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < _loaded.Count
            ? XlsxSheet.NullIfEmpty(_loaded.Get(i))
            : throw new InvalidDataException("A cell names a text that the workbook does not have; the file is damaged.");
    }

    public void Dispose() => _package.Dispose();

    private Table ToTable(Sheet sheet, bool isActive, string part)
    {
        var hidden = new HashSet<int>();
        return new Table(sheet.Name, sheet.IsHidden ? SheetVisibility.Hidden : SheetVisibility.Visible, isActive, hidden, () => Rows(part, hidden));
    }

    private IEnumerable<TableRow> Rows(string part, HashSet<int> hidden)
    {
        using var reader = XmlText.Open(_package.Open(part));
        foreach (var row in new XlsxSheet(reader, this, hidden, _stop).Read())
        {
            yield return row;
        }
    }

    private List<Sheet> ReadWorkbook(string part, out bool isDate1904, out int active)
    {
        isDate1904 = false;
        active = 0;
        var sheets = new List<Sheet>();
        using var reader = XmlText.Open(_package.Open(part));
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (reader.LocalName)
            {
                case "workbookPr":
                    isDate1904 = reader.GetAttribute("date1904") is "1" or "true";
                    break;
                case "workbookView":
                    _ = int.TryParse(reader.GetAttribute("activeTab"), NumberStyles.None, CultureInfo.InvariantCulture, out active);
                    break;
                case "sheet":
                    Bounds.Check(sheets.Count, Bounds.Parts, "sheets");
                    sheets.Add(new Sheet(reader.GetAttribute("name") ?? string.Empty, reader.GetAttribute("state") is "hidden" or "veryHidden", RelationId(reader)));
                    break;
            }
        }

        return sheets;
    }

    // The namespace of r:id differs in strict files.
    private static string RelationId(XmlReader reader)
    {
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            if (reader.LocalName == "id" && reader.NamespaceURI.Length > 0)
            {
                var id = reader.Value;
                reader.MoveToElement();
                return id;
            }
        }

        reader.MoveToElement();
        return string.Empty;
    }

    private readonly record struct Sheet(string Name, bool IsHidden, string Relation);
}
