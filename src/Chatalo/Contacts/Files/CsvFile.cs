using System.Text;
using Chatalo.Text;

namespace Chatalo.Contacts.Files;

/// <summary>The rows of a text file whose delimiter, quotes and encoding find themselves.</summary>
internal sealed class CsvFile(Stream stream, string head, Encoding? encoding, ListOptions options)
{
    private const string TypeLine = "#TYPE ";
    private const int LongestExample = 30;

    private Windows1252Fallback? _fallback;
    private bool _hasWarned;

    /// <summary>Reads row by row from a stream that can seek, from its beginning.</summary>
    /// <exception cref="InvalidDataException">The file is not text, or a row is longer than a million characters.</exception>
    public IEnumerable<TableRow> Read()
    {
        stream.Position = 0;
        var announced = CsvDelimiter.FromFirstLine(head);
        var quote = CsvDelimiter.Quote(head);
        var delimiter = announced ?? CsvDelimiter.Guess(head.StartsWith(TypeLine, StringComparison.Ordinal) ? head.Substring(Math.Max(0, head.IndexOf('\n'))) : head, quote);
        using var reader = Open(stream, encoding, out _fallback);
        var parser = new CsvParser(reader, delimiter, quote, rareLineEnds: head.IndexOfAny(['\r', '\n']) < 0);
        foreach (var row in parser.Read())
        {
            options.Stop.ThrowIfCancellationRequested();
            if (row.Line > 1 || !(announced is not null || IsTypeLine(row)))
            {
                WarnOfFallback(row);
                yield return Unwrap(row);
            }
        }
    }

    /// <summary>Opens a text; the stream stays open.</summary>
    public static StreamReader Open(Stream stream, Encoding? encoding, out Windows1252Fallback? fallback)
    {
        fallback = null;
        return new StreamReader(stream, encoding ?? Windows1252Fallback.Utf8(out fallback), detectEncodingFromByteOrderMarks: true, bufferSize: 16384, leaveOpen: true);
    }

    // What Export-Csv of Windows PowerShell writes first.
    private static bool IsTypeLine(TableRow row) => row.Cells[0] is string first && first.TrimStart('\uFEFF').StartsWith(TypeLine, StringComparison.Ordinal);

    // ="0812" is how a text is kept from becoming a number in Excel.
    private static TableRow Unwrap(TableRow row)
    {
        var cells = (List<object?>)row.Cells;
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i] is string { Length: > 3 } text && text[0] == '=' && text[1] == '"' && text[text.Length - 1] == '"')
            {
                cells[i] = text.Substring(2, text.Length - 3).Replace("\"\"", "\"") is { Length: > 0 } inner ? inner : null;
            }
        }

        return row;
    }

    private void WarnOfFallback(TableRow row)
    {
        if (_hasWarned || _fallback is not { WasUsed: true } || row.Cells.OfType<string>().FirstOrDefault(cell => cell.Any(c => c > '\u007F')) is not { } example)
        {
            return;
        }

        _hasWarned = true;
        options.Warn($"The file is not UTF-8 and was read as Windows-1252: line {row.Line} has {DisplayText.Quote(example, LongestExample)}. If that is not what it should say, give -Encoding with the code page of the program that wrote the file, such as 1251, 932 or gb2312.");
    }
}
