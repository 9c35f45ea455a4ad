using System.Buffers.Text;
using System.Text;

namespace Chatalo.HttpServer;

/// <summary>Reads request line and headers; holds the texts that come again with every request of a connection.</summary>
/// <param name="kept">The names of the headers whose values the handler reads.</param>
internal sealed class RequestHead(IReadOnlyList<string> kept)
{
    private readonly RepeatedText _method = new();
    private readonly RepeatedText _target = new();
    private readonly KeptHeader[] _kept = [.. kept.Select(static name => new KeptHeader(name))];

    /// <param name="head">All lines, each with its line end, without the empty line after them.</param>
    /// <param name="request">Takes what was read.</param>
    /// <exception cref="ProtocolException">The head is not HTTP/1.x.</exception>
    public void Read(ReadOnlySpan<byte> head, HttpRequest request)
    {
        request.Clear();
        ReadRequestLine(NextLine(ref head), request);
        while (head.Length > 0)
        {
            var line = NextLine(ref head);
            var colon = line.IndexOf((byte)':');
            if (colon <= 0)
            {
                throw new ProtocolException(400, "A header has no name.");
            }

            ReadHeader(line.Slice(0, colon), Trim(line.Slice(colon + 1)), request);
        }

        if (request is { IsChunked: true, HasContentLength: true })
        {
            throw new ProtocolException(400, "A request has one length, not two.");
        }
    }

    private static ReadOnlySpan<byte> NextLine(ref ReadOnlySpan<byte> rest)
    {
        var end = rest.IndexOf("\r\n"u8);
        var line = rest.Slice(0, end);
        rest = rest.Slice(end + 2);
        return line;
    }

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> value)
    {
        while (value.Length > 0 && value[0] is (byte)' ' or (byte)'\t')
        {
            value = value.Slice(1);
        }

        while (value.Length > 0 && value[value.Length - 1] is (byte)' ' or (byte)'\t')
        {
            value = value.Slice(0, value.Length - 1);
        }

        return value;
    }

    private void ReadRequestLine(ReadOnlySpan<byte> line, HttpRequest request)
    {
        var first = line.IndexOf((byte)' ');
        var last = line.LastIndexOf((byte)' ');
        var version = line.Slice(last + 1);
        if (first <= 0 || last <= first + 1 || !version.StartsWith("HTTP/1."u8))
        {
            throw new ProtocolException(400, "That is not a request line.");
        }

        request.Method = _method.Get(line.Slice(0, first));
        request.SetTarget(_target.Get(line.Slice(first + 1, last - first - 1)));
        request.KeepAlive = !version.SequenceEqual("HTTP/1.0"u8);
    }

    private void ReadHeader(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, HttpRequest request)
    {
        switch (name.Length)
        {
            case 6 when Is(name, "expect"u8):
                request.ExpectsContinue = Is(value, "100-continue"u8);
                break;
            case 10 when Is(name, "connection"u8):
                request.KeepAlive = Is(value, "keep-alive"u8) || (request.KeepAlive && !Is(value, "close"u8));
                break;
            case 14 when Is(name, "content-length"u8):
                ReadLength(value, request);
                break;
            case 17 when Is(name, "transfer-encoding"u8):
                request.IsChunked = Is(value, "chunked"u8) ? true : throw new ProtocolException(501, "Only chunked transfer is known here.");
                break;
            default:
                KeepHeader(name, value, request);
                break;
        }
    }

    private void KeepHeader(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, HttpRequest request)
    {
        for (var i = 0; i < _kept.Length; i++)
        {
            if (Is(name, _kept[i].LowerCaseName))
            {
                request.SetHeader(i, _kept[i].Value.Get(value));
            }
        }
    }

    private static void ReadLength(ReadOnlySpan<byte> value, HttpRequest request)
    {
        if (request.HasContentLength || !Utf8Parser.TryParse(value, out long length, out var used) || used != value.Length || length < 0)
        {
            throw new ProtocolException(400, "That is not a length.");
        }

        request.HasContentLength = true;
        request.ContentLength = length;
    }

    private static bool Is(ReadOnlySpan<byte> text, ReadOnlySpan<byte> lowerCase)
    {
        if (text.Length != lowerCase.Length)
        {
            return false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if ((c is >= (byte)'A' and <= (byte)'Z' ? c | 0x20 : c) != lowerCase[i])
            {
                return false;
            }
        }

        return true;
    }

    private sealed class KeptHeader(string name)
    {
        public byte[] LowerCaseName { get; } = Encoding.ASCII.GetBytes(name.ToLowerInvariant());

        public RepeatedText Value { get; } = new();
    }
}
