namespace Chatalo.Contacts.Files;

/// <summary>The rows of a text file whose delimiter and encoding find themselves.</summary>
internal static class CsvFile
{
    private const int HeadLength = 32768;

    /// <summary>Reads row by row from a stream that can seek: its head is looked at first, then all is read once.</summary>
    /// <exception cref="InvalidDataException">The file is not text, or a row is out of all proportion.</exception>
    public static IEnumerable<TableRow> Read(Stream stream)
    {
        var head = ReadHead(stream);
        stream.Position = 0;
        var announced = CsvDelimiter.FromFirstLine(head);
        using var reader = Windows1252Fallback.OpenText(stream);
        var parser = new CsvParser(reader, announced ?? CsvDelimiter.Guess(head));
        foreach (var row in parser.Read())
        {
            if (announced is null || row.Line > 1)
            {
                yield return row;
            }
        }
    }

    private static string ReadHead(Stream stream)
    {
        using var reader = Windows1252Fallback.OpenText(stream);
        var head = new char[HeadLength];
        return new string(head, 0, reader.ReadBlock(head, 0, head.Length));
    }
}
