using System.Globalization;
using Chatalo.Client.Http;

namespace Chatalo.Client;

/// <summary>Media on its way: how it is called, and its bytes, up to a cap and within a time-out for each pause.</summary>
internal sealed class MediaDownload(HttpResponseMessage response, TimeSpan pauseLimit, bool isPicture = false) : IDisposable
{
    /// <summary>WhatsApp's largest file is 2 GB: https://faq.whatsapp.com/453914586839706.</summary>
    internal const long MaximumBytes = 2L * 1024 * 1024 * 1024;

    /// <summary>What to do about a picture that cannot be had.</summary>
    internal const string AskAnew = "Ask for the picture's address anew: it is good for a while only.";

    private const int ChunkBytes = 81920;

    public string? ContentType => response.Content.Headers.ContentType?.MediaType;

    public async Task CopyToAsync(Stream target, CancellationToken cancellationToken)
    {
        var announced = response.Content.Headers.ContentLength;
        long total = 0;
        using var pause = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            using var source = await BodyStream.OpenAsync(response.Content).ConfigureAwait(false);
            announced = source.IsPlain ? announced : null;
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

                if (total == 0 && isPicture && IsPage(chunk, read))
                {
                    throw new ChataloException(ErrorKind.UnexpectedAnswer, "A page came instead of a picture.", AskAnew);
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
            throw new ChataloException(ErrorKind.UnexpectedAnswer, "The download is empty.", "Run the command again; if it stays empty, the media is gone.");
        }

        if (announced is { } length && length != total)
        {
            throw new ChataloException(ErrorKind.UnexpectedAnswer, $"The download ended after {total} of {length} bytes.");
        }
    }

    public void Dispose() => response.Dispose();

    // Whatever its content type says: no picture that WhatsApp keeps begins as a page or as JSON does.
    private static bool IsPage(byte[] bytes, int count)
    {
        var start = bytes.Take(count).SkipWhile(b => b is 0xEF or 0xBB or 0xBF or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n').FirstOrDefault();
        return start is (byte)'<' or (byte)'{' or (byte)'[';
    }

    private static bool IsOfDecompressor(Exception e) => e is InvalidDataException or (InvalidOperationException and not ObjectDisposedException);
}
