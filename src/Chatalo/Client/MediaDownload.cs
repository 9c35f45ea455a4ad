using System.Globalization;

namespace Chatalo.Client;

/// <summary>Media on its way: how it is called, and its bytes, up to a cap and within a time-out for each pause.</summary>
internal sealed class MediaDownload(HttpResponseMessage response, TimeSpan pauseLimit) : IDisposable
{
    /// <summary>WhatsApp's largest file is 2 GB: https://faq.whatsapp.com/453914586839706.</summary>
    internal const long MaximumBytes = 2L * 1024 * 1024 * 1024;

    private const int ChunkBytes = 81920;

    public string? ContentType => response.Content.Headers.ContentType?.MediaType;

    public async Task CopyToAsync(Stream target, CancellationToken cancellationToken)
    {
        var announced = response.Content.Headers.ContentLength;
        long total = 0;
        using var pause = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            using var source = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
            // Reads on .NET Framework's network stream do not see the token; closing the stream ends them.
            using var abort = pause.Token.Register(static s => ((Stream)s!).Dispose(), source);
            var chunk = new byte[ChunkBytes];
            while (true)
            {
                pause.CancelAfter(pauseLimit);
                var read = await source.ReadAsync(chunk, 0, chunk.Length, pause.Token).ConfigureAwait(false);
                if (read == 0)
                {
                    break;
                }

                total += read;
                if (total > MaximumBytes)
                {
                    throw new ChataloException(ErrorKind.UnexpectedAnswer, "The media is larger than any that WhatsApp carries; the download was ended.");
                }

                await target.WriteAsync(chunk, 0, read, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException or InvalidOperationException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw pause.IsCancellationRequested
                ? new ChataloException(ErrorKind.TimedOut, string.Format(CultureInfo.InvariantCulture, "The download stood still for {0:0.#} s.", pauseLimit.TotalSeconds), innerException: e)
                : IsOfDecompressor(e)
                    ? new ChataloException(ErrorKind.UnexpectedAnswer, $"The download is not compressed as it says: {e.Message}", innerException: e)
                    : new ChataloException(ErrorKind.Unreachable, $"The download broke after {total} bytes: {e.Message}", innerException: e);
        }

        if (total == 0)
        {
            throw new ChataloException(ErrorKind.UnexpectedAnswer, "The download is empty.");
        }

        if (announced is { } length && length != total)
        {
            throw new ChataloException(ErrorKind.UnexpectedAnswer, $"The download ended after {total} of {length} bytes.");
        }
    }

    public void Dispose() => response.Dispose();

    private static bool IsOfDecompressor(Exception e) => e is InvalidDataException or (InvalidOperationException and not ObjectDisposedException);
}
