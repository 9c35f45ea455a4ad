using System.Globalization;
using System.Net;
using System.Text;
using Chatalo.Contacts.Files.Excel;

namespace Chatalo.Contacts.Files;

/// <summary>The tables of a web page, which many web applications save with the name of an Excel file. Knows tables, rows and cells, and nothing else of HTML.</summary>
internal sealed class HtmlTables(TextReader reader, CancellationToken stop)
{
    // A page is read row by row.
    private const int LongestTag = 65536;
    private const int LongestCell = 32767;

    private static readonly HashSet<string> Unread = ["style", "script", "title", "head", "xml"];

    private readonly StringBuilder _cell = new();
    private List<object?>? _row;
    private string? _unread;
    private int _span = 1;
    private bool _inCell;
    private int _line;

    /// <summary>The rows of all tables, one after the other: a page of a list has one that matters.</summary>
    public IEnumerable<TableRow> Read()
    {
        int c;
        while ((c = reader.Read()) >= 0)
        {
            if (c != '<' || !(char.IsLetter((char)Math.Max(0, reader.Peek())) || reader.Peek() is '/' or '!' or '?'))
            {
                Append((char)c);
                continue;
            }

            if (Handle(ReadTag()) is { } row)
            {
                stop.ThrowIfCancellationRequested();
                yield return row;
            }
        }

        if (EndRow() is { } last)
        {
            yield return last;
        }
    }

    private TableRow? Handle(string tag)
    {
        var isEnd = tag.StartsWith("/", StringComparison.Ordinal);
        var name = new string(tag.Skip(isEnd ? 1 : 0).TakeWhile(c => char.IsLetterOrDigit(c) || c == ':').ToArray()).ToLowerInvariant();
        if (_unread is not null)
        {
            _unread = isEnd && name == _unread ? null : _unread;
            return null;
        }

        switch (name)
        {
            case "tr" or "table" or "tbody" or "thead":
                var row = EndRow();
                _row = name == "tr" && !isEnd ? [] : null;
                return row;
            case "td" or "th":
                EndCell();
                _inCell = !isEnd;
                _row ??= isEnd ? null : [];
                _span = isEnd ? 1 : Span(tag);
                return null;
            case "br" or "p" or "div" when _cell.Length > 0:
                Append('\n');
                return null;
            default:
                _unread = !isEnd && Unread.Contains(name) && !tag.EndsWith("/", StringComparison.Ordinal) ? name : null;
                return null;
        }
    }

    private TableRow? EndRow()
    {
        EndCell();
        var row = _row;
        _row = null;
        return row is { Count: > 0 } ? new TableRow(++_line, row, IsSheet: true) : null;
    }

    private void EndCell()
    {
        if (_inCell && _row is not null)
        {
            var text = WebUtility.HtmlDecode(_cell.ToString()).Replace('\u00A0', ' ').Trim();
            Bounds.Check(_row.Count + 1, Bounds.Columns, "columns in a table");
            _row.Add(text.Length == 0 ? null : text);
            for (; _span > 1 && _row.Count < Bounds.Columns; _span--)
            {
                _row.Add(null);
            }
        }

        _inCell = false;
        _cell.Clear();
    }

    private void Append(char c)
    {
        if (!_inCell || _unread is not null)
        {
            return;
        }

        // Line breaks of the source are blanks; a cell of nothing but blanks stays short.
        c = c is '\r' or '\n' or '\t' ? ' ' : c;
        if (c == ' ' && (_cell.Length == 0 || _cell[_cell.Length - 1] == ' '))
        {
            return;
        }

        if (_cell.Length >= LongestCell)
        {
            throw new InvalidDataException("A cell of the web page's table holds more than 32,767 characters; save the list as CSV UTF-8 or as .xlsx.");
        }

        _cell.Append(c);
    }

    private string ReadTag()
    {
        var tag = new StringBuilder();
        for (var c = reader.Read(); c >= 0; c = reader.Read())
        {
            var isComment = tag.Length >= 3 && tag[0] == '!' && tag[1] == '-' && tag[2] == '-';
            if (c == '>' && (!isComment || (tag.Length >= 5 && tag[tag.Length - 1] == '-' && tag[tag.Length - 2] == '-')))
            {
                break;
            }

            if (tag.Length >= LongestTag)
            {
                throw new InvalidDataException("The web page has a tag of more than 65,536 characters; save the list as CSV UTF-8 or as .xlsx.");
            }

            tag.Append((char)c);
        }

        return tag.ToString();
    }

    private static int Span(string tag)
    {
        var at = tag.IndexOf("colspan", StringComparison.OrdinalIgnoreCase);
        var digits = at < 0 ? string.Empty : new string(tag.Substring(at + 7).TrimStart('=', ' ', '"', '\'').TakeWhile(c => c is >= '0' and <= '9').ToArray());
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var span) && span > 0 ? Math.Min(span, Bounds.Columns) : 1;
    }
}
