#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;

namespace Chatalo.Client.Http;

/// <summary>
/// A pooled connection, above TLS, that knows how long it has been idle. The pool of .NET ends idle connections by a timer of a second or more, and looks
/// at the time no more when it takes one out; here the first byte of a request is refused instead, while it is known that nothing has left.
/// </summary>
internal sealed class PooledStream(Stream inner, IdleLimit limit, TimeProvider time) : Stream
{
    // When something was last read; 0 before that.
    private long _readAt;
    private TimeSpan _idleBefore;
    private volatile bool _awaitsAnswer;
    private volatile bool _disposed;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    private bool IsUsedAgain => Volatile.Read(ref _readAt) != 0;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read;
        try
        {
            read = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException) when (!_disposed && !cancellationToken.IsCancellationRequested)
        {
            NoteEnd();
            throw;
        }

        if (read > 0)
        {
            Volatile.Write(ref _readAt, time.GetTimestamp());
            _awaitsAnswer = false;
        }
        else if (buffer.Length > 0 && !_disposed)
        {
            NoteEnd();
        }

        return read;
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        BeginWrite();
        return inner.WriteAsync(buffer, cancellationToken);
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

    public override void Write(byte[] buffer, int offset, int count)
    {
        BeginWrite();
        inner.Write(buffer, offset, count);
    }

    public override void Flush() => inner.Flush();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _disposed = true;
        if (disposing)
        {
            inner.Dispose();
        }
    }

    // A request begins after the last response was read.
    private void BeginWrite()
    {
        if (_awaitsAnswer)
        {
            return;
        }

        if (IsUsedAgain)
        {
            _idleBefore = time.GetElapsedTime(Volatile.Read(ref _readAt));
            if (_idleBefore > limit.Current)
            {
                throw new StaleConnectionException();
            }
        }

        _awaitsAnswer = true;
    }

    // The server ended an idle connection: before a request, or while the request was on its way.
    private void NoteEnd()
    {
        if (IsUsedAgain)
        {
            limit.ClosedAfter(_awaitsAnswer ? _idleBefore : time.GetElapsedTime(Volatile.Read(ref _readAt)));
        }
    }
}
#endif
