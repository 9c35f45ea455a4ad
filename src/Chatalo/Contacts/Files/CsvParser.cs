using System.Text;

namespace Chatalo.Contacts.Files;

/// <summary>
/// Reads RFC 4180 as found in the wild: any line ending, quoted fields with line breaks, text behind a closing quote, quotes inside plain fields.
/// Reports name the line a row begins on, also behind fields with line breaks, and a row whose quote is never closed keeps its fields.
/// Holds one row at a time.
/// </summary>
internal sealed class CsvParser(TextReader reader, char delimiter, char quote = '"', bool rareLineEnds = false)
{
    // A quote that is never closed would otherwise take the rest of a large file into memory.
    private const int LongestRow = 1 << 20;

    // Ctrl+Z, with which programs of DOS end a text.
    private const char EndOfFile = '\u001A';

    // NEL of mainframes, and what Unicode, old word processors and databases have for the end of a line or record.
    private const string RareLineEnds = "\u0085\u2028\u2029\v\f\u001E";

    private readonly StringBuilder _field = new();
    private int _line = 1;

    /// <summary>The rows in order, empty ones too.</summary>
    /// <exception cref="InvalidDataException">A row is longer than a million characters, or the file is not text.</exception>
    public IEnumerable<TableRow> Read()
    {
        while (reader.Peek() >= 0 && !(reader.Peek() is '\0' or EndOfFile && IsPadding()))
        {
            if (reader.Peek() is '\r' or '\n')
            {
                EndLine(reader.Read());
            }
            else
            {
                yield return ReadRow();
            }
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
            var quoted = reader.Peek() == quote;
            string? problem = null;
            if (quoted && !ReadQuoted(start))
            {
                problem = $"The quote opened in field {cells.Count + 1} is never closed; close it or double it.";
            }

            var end = ReadPlain(start);
            length += _field.Length + 1;
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

            if (c is '\r' or '\n' || (rareLineEnds && RareLineEnds.IndexOf((char)c) >= 0))
            {
                EndLine(c);
                return '\n';
            }

            if (c is '\0' or EndOfFile && IsPadding())
            {
                return -1;
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

            if (c == quote)
            {
                if (reader.Peek() != quote)
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

    // Whether nothing but NUL, Ctrl+Z and white space follows up to the end of the file: bytes that fill a block of a disk.
    private bool IsPadding()
    {
        while (reader.Peek() is '\0' or EndOfFile or ' ' or '\r' or '\n' or '\t')
        {
            reader.Read();
        }

        return reader.Peek() < 0 ? true : throw NotText();
    }

    private InvalidDataException NotText() => new($"Line {_line} holds bytes that are not text; give -Encoding, or save the file as CSV UTF-8 or as .xlsx.");

    private void Append(char c, int start)
    {
        if (c == '\0')
        {
            throw NotText();
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
