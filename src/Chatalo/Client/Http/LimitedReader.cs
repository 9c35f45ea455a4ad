namespace Chatalo.Client.Http;

/// <summary>Reads an answer's body into memory, up to a cap: a gateway gone wrong must not fill the machine.</summary>
internal static class LimitedReader
{
    /// <summary>More than any documented answer: the largest is a page of contacts.</summary>
    internal const int MaximumBytes = 16 * 1024 * 1024;

    private const int FirstBytes = 2 * 1024;

    // What an answer announces is believed only so far: memory grows with what really comes.
    private const int ChunkBytes = 16 * 1024;

    /// <summary>Replaces the answer's content by its bytes.</summary>
    public static async Task BufferAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var original = response.Content;
        var announced = original.Headers.ContentLength;
        if (announced > MaximumBytes)
        {
            throw TooLarge(response);
        }

        using var stream = await BodyStream.OpenAsync(original).ConfigureAwait(false);
        announced = stream.IsPlain ? announced : null;
        // Reads on .NET Framework's network stream do not see the token; closing the stream ends them.
        using var abort = cancellationToken.Register(static s => ((Stream)s!).Dispose(), stream);
        var buffer = new byte[Math.Min(announced ?? FirstBytes, ChunkBytes)];
        var length = 0;
        int read;
        while (length != announced
            && (read = await stream.ReadAsync(buffer, length, buffer.Length - length, cancellationToken).ConfigureAwait(false)) > 0)
        {
            length += read;
            if (length > MaximumBytes)
            {
                throw TooLarge(response);
            }

            if (length == buffer.Length && length != announced)
            {
                Array.Resize(ref buffer, Math.Min(2 * length, MaximumBytes + 1));
            }
        }

        Array.Resize(ref buffer, length);
        response.Content = new BufferedContent(buffer, original);
        original.Dispose();
    }

    private static TransportException TooLarge(HttpResponseMessage response)
    {
        response.Dispose();
        return new TransportException(TransportFailure.Unreadable, $"the answer is larger than {MaximumBytes / (1024 * 1024)} MiB");
    }
}
