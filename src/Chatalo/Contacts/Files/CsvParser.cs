using System.Text;

namespace Chatalo.Contacts.Files;

/// <summary>
/// Reads RFC 4180 as found in the wild: any line ending, quoted fields with line breaks, text behind a closing quote, quotes inside plain fields.
/// Our own because reports must name the line a row begins on, also behind fields with line breaks, and MiniExcel's rows carry no line.
/// Holds one row at a time.
/// </summary>
internal sealed class CsvParser(TextReader reader, char delimiter)
{
    // A quote that is never closed would otherwise take the rest of a large file into memory.
    private const int LongestRow = 1 << 20;

    private readonly StringBuilder _field = new();
    private int _line = 1;

    /// <summary>The rows in order, empty ones too.</summary>
    /// <exception cref="InvalidDataException">A row is longer than a million characters, or the file is not text.</exception>
    public IEnumerable<TableRow> Read()
    {
        while (reader.Peek() >= 0)
        {
            yield return ReadRow();
        }
    }

    private TableRow ReadRow()
    {
        var start = _line;
        var cells = new List<object?>();
        var length = 0;
        while (true)
        {
            _field.Clear();
            var quoted = reader.Peek() == '"';
            string? problem = null;
            if (quoted && !ReadQuoted(start))
            {
                problem = $"The quote opened in field {cells.Count + 1} is never closed; close it or double it.";
            }

            var end = ReadPlain(start);
            length += _field.Length;
            cells.Add(_field.Length == 0 ? null : _field.ToString());
            if (length > LongestRow)
            {
                throw TooLong(start);
            }

            if (end != delimiter || problem is not null)
            {
                return new TableRow(start, cells, IsSheet: false, problem);
            }
        }
    }

    // Up to the delimiter, the end of the line or of the file; returns which it was.
    private int ReadPlain(int start)
    {
        while (true)
        {
            var c = reader.Read();
            if (c < 0 || c == delimiter)
            {
                return c;
            }

            if (c is '\r' or '\n')
            {
                EndLine(c);
                return '\n';
            }

            Append((char)c, start);
        }
    }

    private bool ReadQuoted(int start)
    {
        reader.Read();
        while (true)
        {
            var c = reader.Read();
            if (c < 0)
            {
                return false;
            }

            if (c == '"')
            {
                if (reader.Peek() != '"')
                {
                    return true;
                }

                reader.Read();
            }
            else if (c is '\r' or '\n')
            {
                EndLine(c);
                c = '\n';
            }

            Append((char)c, start);
        }
    }

    private void EndLine(int c)
    {
        if (c == '\r' && reader.Peek() == '\n')
        {
            reader.Read();
        }

        _line++;
    }

    private void Append(char c, int start)
    {
        if (c == '\0')
        {
            throw new InvalidDataException($"Line {_line} holds bytes that are no text; save the file as CSV UTF-8 or as .xlsx.");
        }

        if (_field.Length >= LongestRow)
        {
            throw TooLong(start);
        }

        _field.Append(c);
    }

    private static InvalidDataException TooLong(int line) =>
        new($"The row that begins on line {line} is longer than a million characters; look there for a quote that is not closed.");
}
