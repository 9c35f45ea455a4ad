using System.Buffers;

namespace Chatalo.Client.Http;

/// <summary>Reads an answer's body into memory, up to a cap: a gateway gone wrong must not fill the machine.</summary>
internal static class LimitedReader
{
    /// <summary>More than any documented answer: the largest is a page of contacts.</summary>
    internal const int MaximumBytes = 16 * 1024 * 1024;

    private const int ChunkBytes = 16 * 1024;

    /// <summary>Replaces the answer's content by its bytes.</summary>
    public static async Task BufferAsync(HttpResponseMessage response, bool onCallersThread, CancellationToken cancellationToken)
    {
        var original = response.Content;
        var announced = original.Headers.ContentLength;
        if (announced > MaximumBytes)
        {
            throw TooLarge(response);
        }

#if NET8_0_OR_GREATER
        using var stream = onCallersThread
            ? original.ReadAsStream(cancellationToken)
            : await original.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        // A read on the caller's thread does not see the token; closing the stream ends it.
        using var abort = onCallersThread ? cancellationToken.Register(static s => ((Stream)s!).Dispose(), stream) : default;
#else
        using var stream = await original.ReadAsStreamAsync().ConfigureAwait(false);
        // Reads on .NET Framework's network stream do not see the token; closing the stream ends them.
        using var abort = cancellationToken.Register(static s => ((Stream)s!).Dispose(), stream);
#endif
        var buffer = new MemoryStream((int)Math.Min(announced ?? 1024, ChunkBytes));
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        try
        {
            int read;
            while ((read = onCallersThread
                ? stream.Read(chunk, 0, chunk.Length)
                : await stream.ReadAsync(chunk, 0, chunk.Length, cancellationToken).ConfigureAwait(false)) > 0)
            {
                if (buffer.Length + read > MaximumBytes)
                {
                    throw TooLarge(response);
                }

                buffer.Write(chunk, 0, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }

        var bytes = new ByteArrayContent(buffer.GetBuffer(), 0, (int)buffer.Length);
        bytes.Headers.ContentType = original.Headers.ContentType;
        response.Content = bytes;
        original.Dispose();
    }

    private static TransportException TooLarge(HttpResponseMessage response)
    {
        response.Dispose();
        return new TransportException(TransportFailure.Unreadable, $"the answer is larger than {MaximumBytes / (1024 * 1024)} MiB");
    }
}
