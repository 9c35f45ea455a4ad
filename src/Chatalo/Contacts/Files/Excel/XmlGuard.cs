namespace Chatalo.Contacts.Files.Excel;

/// <summary>
/// Stops a document whose tag does not end, or whose elements do not: a reader of XML keeps the whole of a name or an attribute and all open elements in memory, and a few kilobytes of a zip archive can be a
/// gigabyte of it. Texts are not looked at, they are read in pieces. In UTF-16 the zero bytes of the marks are passed over.
/// </summary>
internal sealed class XmlGuard(Stream inner) : Stream
{
    // The longest attribute of a workbook, a formula, has 8,192 characters.
    private const int LongestTag = 1 << 20;

    // A workbook's elements lie in each other ten deep; a reader keeps all that are open.
    private const int MostOpen = 1000;

    private State _state;
    private int _open;
    private int _length;
    private byte _before;
    private byte _beforeThat;

    private enum State
    {
        Text,
        Open,
        Tag,
        Quote,
        Apostrophe,
        Other,
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <exception cref="InvalidDataException">A tag is longer than a million bytes, or more than a thousand elements are open.</exception>
    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = inner.Read(buffer, offset, count);
        for (var i = offset; i < offset + read; i++)
        {
            if (_state == State.Text)
            {
                // Most of a document; a vectorised search.
                i = Array.IndexOf(buffer, (byte)'<', i, offset + read - i);
                if (i < 0)
                {
                    break;
                }
            }

            if (buffer[i] != 0)
            {
                Step(buffer[i]);
            }
        }

        return read;
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Step(byte c)
    {
        var last = _state;
        _state = (_state, (char)c) switch
        {
            (State.Text, _) => State.Open,
            (State.Open, '!' or '?') => State.Other,
            (State.Open or State.Tag, '>') => State.Text,
            (State.Open or State.Tag, '"') => State.Quote,
            (State.Open or State.Tag, '\'') => State.Apostrophe,
            (State.Open, _) => State.Tag,
            (State.Quote, '"') or (State.Apostrophe, '\'') => State.Tag,
            // A comment ends with -->, a piece of text with ]]>, an instruction with ?>.
            (State.Other, '>') when _before is (byte)'?' or (byte)']' || (_before == '-' && _beforeThat == '-') => State.Text,
            _ => _state,
        };
        if (_state == State.Open)
        {
            _open++;
        }
        else if (last == State.Open && c == '/')
        {
            _open -= 2;
        }
        else if ((last == State.Open && _state == State.Other) || (last == State.Tag && _state == State.Text && _before == '/'))
        {
            _open--;
        }

        (_beforeThat, _before) = (_before, c);
        _length = last == State.Text || _state is State.Text or State.Other ? 0 : _length + 1;
        if (_open > MostOpen)
        {
            throw new InvalidDataException("The workbook has elements that lie in each other more than a thousand deep, which no program writes; the file is damaged, or made to do harm.");
        }

        if (_length > LongestTag)
        {
            throw new InvalidDataException("The workbook has a tag of more than a million characters, which no program writes; the file is damaged, or made to do harm.");
        }
    }
}
