using System.Globalization;
using System.Text;
using System.Xml;

namespace Chatalo.Contacts.Files.Excel;

/// <summary>Reads the XML of workbooks within bounds: no entities, no outside files, and no text longer than a cell can be.</summary>
internal static class XmlText
{
    // What Excel keeps in a cell, in characters.
    private const int LongestCell = 32767;

    /// <summary>Opens a part; closing the reader closes the stream.</summary>
    public static XmlReader Open(Stream stream) => XmlReader.Create(new XmlGuard(stream), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = false,
        CheckCharacters = false,
        CloseInput = true,
    });

    /// <summary>Adds the text node that the reader stands on, without ever holding more than a cell can have.</summary>
    /// <exception cref="InvalidDataException">It is longer.</exception>
    public static void Append(XmlReader reader, StringBuilder text, char[] buffer)
    {
        int count;
        while ((count = reader.ReadValueChunk(buffer, 0, buffer.Length)) > 0)
        {
            if (text.Length + count > LongestCell)
            {
                throw new InvalidDataException("A cell of the workbook holds more than 32,767 characters, which Excel cannot have written; the file is damaged, or its list is in a wrong cell.");
            }

            text.Append(buffer, 0, count);
        }
    }

    /// <summary>Whether the reader stands on text.</summary>
    public static bool IsText(XmlReader reader) => reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace;

    /// <summary>Undoes how Excel writes characters that XML cannot have: <c>_x000D_</c> (ECMA-376 part 1, 22.9.2.19).</summary>
    public static string Unescape(string text)
    {
        if (text.IndexOf("_x", StringComparison.Ordinal) < 0)
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '_' && i + 6 < text.Length && text[i + 1] == 'x' && text[i + 6] == '_'
                && ushort.TryParse(text.Substring(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                plain.Append((char)code);
                i += 6;
            }
            else
            {
                plain.Append(text[i]);
            }
        }

        return plain.ToString();
    }
}
