using System.Net.Sockets;

namespace Chatalo.HttpServer;

/// <summary>What a connection has received and not yet used.</summary>
internal sealed class ReceiveBuffer(Socket socket)
{
    private const int InitialLength = 8 * 1024;
    private const int KeptLength = 64 * 1024;
    private byte[] _bytes = new byte[InitialLength];
    private int _start;
    private int _end;

    public int Count => _end - _start;

    public ReadOnlySpan<byte> Unread => _bytes.AsSpan(_start, Count);

    /// <summary>The first unread bytes; good until more is received.</summary>
    public ReadOnlyMemory<byte> First(int count) => _bytes.AsMemory(_start, count);

    public void Consume(int count)
    {
        _start += count;
        if (_start < _end)
        {
            return;
        }

        _start = _end = 0;
        if (_bytes.Length > KeptLength)
        {
            _bytes = new byte[InitialLength];
        }
    }

    /// <returns>False when the other side has ended the connection.</returns>
    public async ValueTask<bool> ReceiveAsync()
    {
        MakeRoom();
        var received = await socket.ReceiveSomeAsync(_bytes, _end, _bytes.Length - _end);
        _end += received;
        return received > 0;
    }

    private void MakeRoom()
    {
        if (_end < _bytes.Length)
        {
            return;
        }

        var unread = Unread;
        var target = unread.Length > _bytes.Length / 2 ? new byte[_bytes.Length * 2] : _bytes;
        unread.CopyTo(target);
        _end = unread.Length;
        _start = 0;
        _bytes = target;
    }
}
