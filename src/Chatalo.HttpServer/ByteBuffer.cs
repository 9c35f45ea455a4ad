using System.Buffers;
using System.Text;

namespace Chatalo.HttpServer;

/// <summary>Bytes that grow as they are written and are used again for the next answer.</summary>
internal sealed class ByteBuffer : IBufferWriter<byte>
{
    private const int KeptLength = 64 * 1024;
    private byte[] _bytes = new byte[1024];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public ArraySegment<byte> Segment(int length) => new(_bytes, 0, length);

    public void Clear()
    {
        Length = 0;
        if (_bytes.Length > KeptLength)
        {
            // One large picture must not hold its memory for the life of a connection.
            _bytes = new byte[1024];
        }
    }

    public void Advance(int count) => Length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsMemory(Length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsSpan(Length);
    }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(Length));
        Length += bytes.Length;
    }

    public void AppendUtf8(string text)
    {
        Reserve(Encoding.UTF8.GetMaxByteCount(text.Length));
        Length += Encoding.UTF8.GetBytes(text, 0, text.Length, _bytes, Length);
    }

    /// <summary>Writes the text of a header; what is not printable ASCII cannot start a second header.</summary>
    public void AppendHeaderText(string text)
    {
        Reserve(text.Length);
        foreach (var c in text)
        {
            _bytes[Length++] = c is >= ' ' and <= '~' ? (byte)c : (byte)'?';
        }
    }

    private void Reserve(int count)
    {
        var wanted = Length + Math.Max(count, 256);
        if (wanted > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(wanted, _bytes.Length * 2));
        }
    }
}
