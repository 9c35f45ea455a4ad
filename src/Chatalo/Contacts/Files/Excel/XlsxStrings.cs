using System.Text;
using System.Xml;

namespace Chatalo.Contacts.Files.Excel;

/// <summary>The shared strings of an .xlsx workbook, kept in memory: nothing of a list is written to a temporary file.</summary>
internal static class XlsxStrings
{
    // 100 MB. A list of a million people with a name and a number each has a third of it.
    private const int MostCharacters = 50_000_000;

    /// <summary>Reads the shared strings part.</summary>
    /// <exception cref="InvalidDataException">The texts are longer than 50 million characters together.</exception>
    public static XlsxTextStore Read(Stream stream, CancellationToken stop)
    {
        var strings = new XlsxTextStore();
        var text = new StringBuilder();
        var buffer = new char[4096];
        var total = 0L;
        using var reader = XmlText.Open(stream);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "si")
            {
                stop.ThrowIfCancellationRequested();
                text.Clear();
                AppendItem(reader, text, buffer);
                total += text.Length + 12;
                if (total > MostCharacters)
                {
                    throw new InvalidDataException("The texts of the workbook are longer than 50 million characters; split the list, or save it as CSV UTF-8.");
                }

                strings.Add(XmlText.Unescape(text.ToString()));
            }
        }

        return strings;
    }

    /// <summary>Adds the text of an item: all its runs, without phonetic hints.</summary>
    public static void AppendItem(XmlReader reader, StringBuilder text, char[] buffer)
    {
        if (reader.IsEmptyElement)
        {
            return;
        }

        var depth = reader.Depth;
        var inText = false;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                inText = reader.LocalName == "t" && !reader.IsEmptyElement;
                if (reader.LocalName == "rPh" && !reader.IsEmptyElement)
                {
                    SkipTo(reader, reader.Depth);
                }
            }
            else if (reader.NodeType == XmlNodeType.EndElement)
            {
                // What stands between the elements is indentation.
                inText = false;
            }
            else if (inText && XmlText.IsText(reader))
            {
                XmlText.Append(reader, text, buffer);
            }
        }
    }

    // Skip() of the reader would leave it behind the end, where the loop would step over what follows.
    private static void SkipTo(XmlReader reader, int depth)
    {
        while (reader.Read() && reader.Depth > depth)
        {
        }
    }
}
