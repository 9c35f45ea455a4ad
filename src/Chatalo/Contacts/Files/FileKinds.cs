using System.IO.Compression;
using System.Text;
using Chatalo.Contacts.Files.Excel;

namespace Chatalo.Contacts.Files;

/// <summary>Tells what a file is, and refuses what is not a list with the name of what it is and what to do.</summary>
internal static class FileKinds
{
    private const string Export = "save the list as .xlsx or as CSV UTF-8 and give that file.";

    private const string CliXml = "The file is of Export-Clixml; read it with Import-Clixml and pipe the objects to Send-ChataloMessage.";

    private static readonly (string Start, string Refusal)[] Known =
    [
        ("ID;P", "The file is a SYLK table (.slk); open it in Excel and " + Export),
        ("%PDF", "The file is a PDF; open the program that it was printed from and " + Export),
        ("{\\rtf", "The file is a text document (RTF); copy its table into a spreadsheet and " + Export),
        ("\u001F\u008B", "The file is compressed (gzip); unpack it first."),
        ("7z\u00BC\u00AF", "The file is compressed (7-Zip); unpack it first."),
        ("Rar!", "The file is compressed (RAR); unpack it first."),
        ("\u0089PNG", "The file is a picture; type the list into a spreadsheet."),
        ("\u00FF\u00D8\u00FF", "The file is a picture; type the list into a spreadsheet."),
        ("SQLite format 3", "The file is a database (SQLite); export the table of the people as CSV UTF-8."),
    ];

    /// <summary>The kind of a file that can be read.</summary>
    /// <param name="stream">The file; its position is set to the beginning.</param>
    /// <param name="head">Its first characters, decoded.</param>
    /// <param name="bytes">Its first bytes.</param>
    /// <exception cref="InvalidDataException">The file is something else; the message names it.</exception>
    public static FileKind Tell(Stream stream, string head, byte[] bytes)
    {
        var start = new string(bytes.Take(16).Select(b => (char)b).ToArray());
        if (start.StartsWith("PK\u0003\u0004", StringComparison.Ordinal))
        {
            return TellZip(stream);
        }

        if (start.StartsWith("\u00D0\u00CF\u0011\u00E0", StringComparison.Ordinal) || IsOldBinary(bytes))
        {
            return FileKind.BinaryWorkbook;
        }

        foreach (var (beginning, refusal) in Known)
        {
            if (start.StartsWith(beginning, StringComparison.Ordinal))
            {
                throw new InvalidDataException(refusal);
            }
        }

        return TellText(head.TrimStart('\uFEFF', ' ', '\t', '\r', '\n'));
    }

    private static FileKind TellText(string text)
    {
        if (Starts(text, "BEGIN:VCARD"))
        {
            throw new InvalidDataException("The file is an address book (vCard); open it in the address book's program and export it as CSV.");
        }

        if (text.Length > 1 && (text[0] == '{' || (text[0] == '[' && text.Substring(1).TrimStart() is { Length: > 0 } inner && inner[0] is '{' or '[' or '"')) && text.IndexOf('"') >= 0)
        {
            throw new InvalidDataException("The file is JSON; read it with Get-Content -Raw | ConvertFrom-Json and pipe the objects to Send-ChataloMessage.");
        }

        if (Starts(text, "<?xml") || Starts(text, "<Workbook"))
        {
            return text.IndexOf(Spreadsheet2003.Namespace, StringComparison.Ordinal) >= 0 ? FileKind.Spreadsheet2003
                : text.IndexOf("<office:document", StringComparison.Ordinal) >= 0 ? throw new InvalidDataException("The file is an OpenDocument spreadsheet (.fods); open it in LibreOffice and " + Export)
                : IsCliXml(text) ? throw new InvalidDataException(CliXml)
                : text.IndexOf("<html", StringComparison.OrdinalIgnoreCase) >= 0 ? FileKind.Html
                : throw new InvalidDataException("The file is XML, but not of a spreadsheet; " + Export);
        }

        if (IsCliXml(text))
        {
            throw new InvalidDataException(CliXml);
        }

        return text.StartsWith("<", StringComparison.Ordinal)
            && (Starts(text, "<!DOCTYPE html") || new[] { "<html", "<table", "<meta", "<head", "<body", "<style", "<div", "<!--" }.Any(tag => Starts(text, tag)))
            ? FileKind.Html : FileKind.Text;
    }

    private static FileKind TellZip(Stream stream)
    {
        stream.Position = 0;
        try
        {
            using var zip = new ZipArchive(new StreamView(stream), ZipArchiveMode.Read, leaveOpen: true);
            var names = zip.Entries.Select(entry => entry.FullName.Replace('\\', '/')).ToArray();
            if (names.Any(name => name.EndsWith("workbook.bin", StringComparison.OrdinalIgnoreCase)))
            {
                throw new InvalidDataException("The file is an Excel binary workbook (.xlsb); open it in Excel and " + Export);
            }

            if (names.Contains("mimetype"))
            {
                throw new InvalidDataException($"The file is an {OpenDocument(zip)}; open it in LibreOffice and {Export}");
            }

            if (names.Any(name => name.StartsWith("word/", StringComparison.Ordinal)))
            {
                throw new InvalidDataException("The file is a Word document; copy its table into a spreadsheet and " + Export);
            }

            if (names.Any(name => name.EndsWith(".iwa", StringComparison.Ordinal)))
            {
                throw new InvalidDataException("The file is of Apple Numbers; export the list there as Excel or CSV and give that file.");
            }

            return names.Contains("[Content_Types].xml") || names.Contains("_rels/.rels") || names.Any(name => name.EndsWith("workbook.xml", StringComparison.OrdinalIgnoreCase))
                ? FileKind.OpenXmlWorkbook
                : throw new InvalidDataException("The file is a zip archive and not a workbook; unpack it first.");
        }
        catch (Exception e) when (e is not (InvalidDataException or IOException or OutOfMemoryException))
        {
            throw Damaged(e);
        }
        catch (InvalidDataException e) when (e.TargetSite?.DeclaringType?.Namespace == typeof(ZipArchive).Namespace)
        {
            throw Damaged(e);
        }
    }

    /// <summary>The error of a workbook that cannot be read.</summary>
    public static InvalidDataException Damaged(Exception e) => new("The workbook is damaged or was not written whole; open it in Excel and save it anew.", e);

    private static string OpenDocument(ZipArchive zip)
    {
        using var reader = new StreamReader(zip.GetEntry("mimetype")!.Open(), Encoding.ASCII);
        var type = new char[100];
        return new string(type, 0, reader.ReadBlock(type, 0, type.Length)).EndsWith("spreadsheet", StringComparison.Ordinal) ? "OpenDocument spreadsheet (.ods)" : "OpenDocument file";
    }

    // BOF records of Excel 2 to 5 that stand without a container.
    private static bool IsOldBinary(byte[] bytes) => bytes.Length > 4 && bytes[0] == 9 && bytes[1] is 0 or 2 or 4 or 8 && bytes[2] is 4 or 6 or 8 && bytes[3] == 0;

    private static bool IsCliXml(string text) => text.IndexOf("<Objs", StringComparison.Ordinal) is >= 0 and < 100 && text.IndexOf("schemas.microsoft.com/powershell", StringComparison.Ordinal) >= 0;

    private static bool Starts(string text, string start) => text.StartsWith(start, StringComparison.OrdinalIgnoreCase);
}
