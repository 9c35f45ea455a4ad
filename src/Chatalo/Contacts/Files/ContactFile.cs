using System.IO.Compression;
using System.Text;
using Chatalo.Contacts.Files.Excel;

namespace Chatalo.Contacts.Files;

/// <summary>A file as tables: text, Excel workbooks old and new, web pages. Told apart by their first bytes and not by their names.</summary>
internal sealed class ContactFile : IDisposable
{
    private const int HeadLength = 32768;

    private readonly IDisposable? _workbook;

    private ContactFile(IReadOnlyList<Table> tables, IDisposable? workbook)
    {
        Tables = tables;
        _workbook = workbook;
    }

    /// <summary>The tables in the file's order.</summary>
    public IReadOnlyList<Table> Tables { get; }

    /// <summary>Opens a file from a stream that can seek, and that the caller closes.</summary>
    /// <exception cref="InvalidDataException">The file is not a list, is damaged, or is protected; the message says which.</exception>
    public static ContactFile Open(Stream stream, ListOptions options)
    {
        var bytes = new byte[4096];
        stream.Position = 0;
        var length = 0;
        for (int read; (read = stream.Read(bytes, length, bytes.Length - length)) > 0;)
        {
            length += read;
        }

        Array.Resize(ref bytes, length);
        var encoding = options.Encoding ?? TextEncoding.Find(bytes);
        var head = ReadHead(stream, encoding);
        switch (FileKinds.Tell(stream, head, bytes))
        {
            case FileKind.OpenXmlWorkbook:
                stream.Position = 0;
                return Guarded(() => new XlsxWorkbook(new ZipArchive(new StreamView(stream), ZipArchiveMode.Read, leaveOpen: true), options.Culture, options.Stop), book => book.Tables);
            case FileKind.BinaryWorkbook:
                stream.Position = 0;
                return Guarded(() => new BinaryWorkbook(stream, options.Password, options.Culture, options.Stop), book => book.Tables);
            case FileKind.Spreadsheet2003:
                return new ContactFile(Guarded(() => new Spreadsheet2003(stream, options.Culture, options.Stop).Tables).Select(Guarded).ToArray(), null);
            case FileKind.Html:
                return new ContactFile([Whole(() => ReadHtml(stream, encoding, options))], null);
            default:
                return new ContactFile([Whole(new CsvFile(stream, head, encoding, options).Read)], null);
        }
    }

    public void Dispose() => _workbook?.Dispose();

    private static IEnumerable<TableRow> ReadHtml(Stream stream, Encoding? encoding, ListOptions options)
    {
        stream.Position = 0;
        using var reader = CsvFile.Open(stream, encoding, out _);
        foreach (var row in new HtmlTables(reader, options.Stop).Read())
        {
            yield return row;
        }
    }

    private static Table Whole(Func<IEnumerable<TableRow>> rows) => new(null, SheetVisibility.Visible, IsActive: true, [], rows);

    private static string ReadHead(Stream stream, Encoding? encoding)
    {
        stream.Position = 0;
        using var reader = CsvFile.Open(stream, encoding, out _);
        var head = new char[HeadLength];
        return new string(head, 0, reader.ReadBlock(head, 0, head.Length));
    }

    private static ContactFile Guarded<T>(Func<T> open, Func<T, IReadOnlyList<Table>> tables)
        where T : IDisposable
    {
        var book = Guarded(open);
        return new ContactFile(tables(book).Select(Guarded).ToArray(), book);
    }

    private static Table Guarded(Table table) => table with { Rows = () => GuardedRows(table.Rows) };

    private static IEnumerable<TableRow> GuardedRows(Func<IEnumerable<TableRow>> read)
    {
        using var rows = Guarded(() => read().GetEnumerator());
        while (Guarded(rows.MoveNext))
        {
            yield return rows.Current;
        }
    }

    // What libraries throw for damaged files has many types; a file is never worth more than an error.
    private static T Guarded<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (InvalidDataException e) when (e.TargetSite?.DeclaringType?.Assembly == typeof(ContactFile).Assembly)
        {
            throw;
        }
        catch (Exception e) when (e is not (IOException or OutOfMemoryException or OperationCanceledException) || e is InvalidDataException or EndOfStreamException)
        {
            throw FileKinds.Damaged(e);
        }
    }
}
