using System.Buffers.Text;

namespace Chatalo.HttpServer;

/// <summary>Decodes a chunked request body as it comes in; chunk extensions and trailers are read over.</summary>
internal sealed class ChunkedBody(ReceiveBuffer input, int maximum)
{
    private const int MaximumLine = 8 * 1024;
    private readonly ByteBuffer _decoded = new();

    /// <returns>The whole body, good until the next call; null when the connection ended within it.</returns>
    /// <exception cref="ProtocolException">The chunks are malformed or hold more than the maximum.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> ReadAsync()
    {
        _decoded.Clear();
        while (true)
        {
            if (await NextLineAsync() is not { } lineLength)
            {
                return null;
            }

            var size = TakeSize(lineLength);
            if (size == 0)
            {
                return await SkipTrailersAsync() ? _decoded.Segment(_decoded.Length).AsMemory() : default(ReadOnlyMemory<byte>?);
            }

            // The chunk's data and the line end after it.
            while (input.Count < size + 2)
            {
                if (!await input.ReceiveAsync())
                {
                    return null;
                }
            }

            TakeData(size);
        }
    }

    private int TakeSize(int lineLength)
    {
        var line = input.Unread.Slice(0, lineLength);
        if (!Utf8Parser.TryParse(line, out int size, out var used, 'x') || size < 0 || (used < lineLength && line[used] is not ((byte)';' or (byte)' ')))
        {
            throw new ProtocolException(400, "That is not a chunk size.");
        }

        if (size > maximum - _decoded.Length)
        {
            throw new ProtocolException(413, "The body is too large.");
        }

        input.Consume(lineLength + 2);
        return size;
    }

    private void TakeData(int size)
    {
        var data = input.Unread.Slice(0, size + 2);
        if (!data.Slice(size).SequenceEqual("\r\n"u8))
        {
            throw new ProtocolException(400, "A chunk is longer than it says.");
        }

        _decoded.Append(data.Slice(0, size));
        input.Consume(size + 2);
    }

    private async ValueTask<bool> SkipTrailersAsync()
    {
        while (await NextLineAsync() is { } length)
        {
            input.Consume(length + 2);
            if (length == 0)
            {
                return true;
            }
        }

        return false;
    }

    private async ValueTask<int?> NextLineAsync()
    {
        while (true)
        {
            var end = input.Unread.IndexOf("\r\n"u8);
            if (end >= 0)
            {
                return end;
            }

            if (input.Count > MaximumLine)
            {
                throw new ProtocolException(400, "A chunk's first line is too long.");
            }

            if (!await input.ReceiveAsync())
            {
                return null;
            }
        }
    }
}
