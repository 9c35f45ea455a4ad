using System.Globalization;
using System.Xml;

namespace Chatalo.Contacts.Files.Excel;

/// <summary>The number formats of an .xlsx workbook by the index that its cells have.</summary>
internal static class XlsxStyles
{
    /// <summary>Reads the styles part.</summary>
    public static List<CellFormat?> Read(Stream stream, CellFormats formats)
    {
        var codes = new Dictionary<int, string>();
        var styles = new List<CellFormat?>();
        using var reader = XmlText.Open(stream);
        var inCells = false;
        while (reader.Read())
        {
            if (reader.LocalName == "cellXfs")
            {
                inCells = reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement;
            }
            else if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "numFmt" && int.TryParse(reader.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var code))
            {
                codes[code] = reader.GetAttribute("formatCode") ?? string.Empty;
            }
            else if (inCells && reader.NodeType == XmlNodeType.Element && reader.LocalName == "xf")
            {
                _ = int.TryParse(reader.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id);
                Bounds.Check(styles.Count, Bounds.Formats, "formats of cells");
                styles.Add(formats.Get(codes.TryGetValue(id, out var known) ? known : null, id));
            }
        }

        return styles;
    }
}
