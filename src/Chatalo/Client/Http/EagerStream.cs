#if NET8_0_OR_GREATER
using System.Diagnostics;
using System.Net.Sockets;
using System.Threading.Tasks.Sources;

namespace Chatalo.Client.Http;

/// <summary>
/// A connection to the gateway. A thread that can only wait for the answer, as a pipeline's thread, looks out for it itself for a moment:
/// what is nearby answers sooner than a sleeping thread is woken. For the pool's threads, and for a gateway that is slow, it is a
/// <see cref="NetworkStream"/> like any other.
/// </summary>
/// <remarks>
/// .NET reads ahead on a connection that it takes up again, before it writes the request. That read is held back until the request is
/// written; then there is an answer to look out for.
/// </remarks>
internal sealed class EagerStream(Socket socket) : NetworkStream(socket, ownsSocket: true), IValueTaskSource<int>
{
    // More than waking a thread takes.
    private static readonly TimeSpan Watch = TimeSpan.FromMicroseconds(150);

    // Then the thread sleeps on this socket alone, which the kernel wakes at once, where an answer by way of .NET passes two threads. Too short
    // to be late for anything else the thread may be wanted for.
    private static readonly TimeSpan Nap = TimeSpan.FromMilliseconds(20);

    // So many answers in a row that came later than that, and there is nothing to look out for.
    private const int Slow = 3;

    // The request that this thread has begun and will only wait for; 0 for none.
    [ThreadStatic]
    private static long t_request;
    private static long s_requests;

    private ManualResetValueTaskSourceCore<int> _heldBack = new() { RunContinuationsAsynchronously = true };
    private Memory<byte>? _heldBackBuffer;
    private long _written;
    private int _slowAnswers;

    /// <summary>Connects as .NET does without being told how.</summary>
    public static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken).ConfigureAwait(false);
            return new EagerStream(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Until it is disposed, this thread begins a request. One of the pool has other work than to look out for the answer.</summary>
    public static Caller BeginRequest()
    {
        t_request = Thread.CurrentThread.IsThreadPoolThread ? 0 : Interlocked.Increment(ref s_requests);
        return default;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (t_request != 0 && _written == t_request)
        {
            LookOut();
        }
        else if (t_request != 0 && buffer.Length > 0 && !HasArrived())
        {
            _heldBack.Reset();
            _heldBackBuffer = buffer;
            return new ValueTask<int>(this, _heldBack.Version);
        }

        return base.ReadAsync(buffer, cancellationToken);
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _written = t_request;
        var writing = base.WriteAsync(buffer, cancellationToken);
        if (_heldBackBuffer is { } waiting)
        {
            _heldBackBuffer = null;
            if (t_request != 0 && writing.IsCompletedSuccessfully)
            {
                LookOut();
            }

            _ = ReadHeldBackAsync(waiting);
        }

        return writing;
    }

    int IValueTaskSource<int>.GetResult(short token) => _heldBack.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<int>.GetStatus(short token) => _heldBack.GetStatus(token);

    void IValueTaskSource<int>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
        => _heldBack.OnCompleted(continuation, state, token, flags);

    private async Task ReadHeldBackAsync(Memory<byte> buffer)
    {
        try
        {
            _heldBack.SetResult(await base.ReadAsync(buffer, CancellationToken.None).ConfigureAwait(false));
        }
        catch (Exception e)
        {
            _heldBack.SetException(e);
        }
    }

    private void LookOut()
    {
        if (_slowAnswers == Slow)
        {
            return;
        }

        for (var start = Stopwatch.GetTimestamp(); !HasArrived() && Stopwatch.GetElapsedTime(start) < Watch; Thread.SpinWait(10))
        {
        }

        if (!Socket.Poll(Nap, SelectMode.SelectRead))
        {
            _slowAnswers++;
            return;
        }

        _slowAnswers = 0;
        // Poll says so while the kernel still holds the socket's lock to take the bytes in; a read at once waits for it.
        Thread.SpinWait(40);
    }

    // Bytes, the other side's end, or an error: whatever a read gives at once.
    private bool HasArrived() => Socket.Poll(0, SelectMode.SelectRead);

    /// <summary>The time in which a thread begins a request.</summary>
    public readonly struct Caller : IDisposable
    {
        public void Dispose() => t_request = 0;
    }
}
#endif
