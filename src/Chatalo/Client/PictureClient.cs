using Chatalo.Client.Http;
using Chatalo.Text;

namespace Chatalo.Client;

/// <summary>Fetches pictures from wherever WhatsApp keeps them: without the keys, which belong to the gateway alone.</summary>
internal sealed class PictureClient(Uri? proxy) : IDisposable
{
    private HttpClient? _http;

    public async Task<MediaDownload> GetAsync(string url, TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || !(uri.Scheme == "https" || (uri.Scheme == "http" && uri.IsLoopback)))
        {
            throw new ChataloException(ErrorKind.UnexpectedAnswer, $"The picture's address {DisplayText.Quote(url)} is not https.");
        }

        _http?.Dispose();
        _http = new HttpClient(HandlerChain.CreateTransport(uri, proxy, TimeProvider.System)) { Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Encoding", BodyStream.AcceptEncoding);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        try
        {
            var response = await _http.GetAsync(uri, HttpCompletionOption.ResponseHeadersRead, limit.Token).ConfigureAwait(false);
            if ((int)response.StatusCode == 200 && MayBePicture(response.Content.Headers.ContentType?.MediaType))
            {
                return new MediaDownload(response, timeout, isPicture: true);
            }

            using (response)
            {
                if ((int)response.StatusCode == 200)
                {
                    throw new ChataloException(
                        ErrorKind.UnexpectedAnswer, $"{uri.Host} answered with {DisplayText.Line(response.Content.Headers.ContentType!.MediaType, 60)} instead of a picture.", MediaDownload.AskAnew);
                }

                throw new ChataloException(
                    (int)response.StatusCode is 404 or 410 or 403 ? ErrorKind.NotFound : ErrorKind.UnexpectedAnswer,
                    $"{uri.Host} answered {(int)response.StatusCode} for the picture.", MediaDownload.AskAnew, (int)response.StatusCode);
            }
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw limit.IsCancellationRequested
                ? new ChataloException(ErrorKind.TimedOut, $"{uri.Host} did not answer in time.", innerException: e)
                : new ChataloException(ErrorKind.Unreachable, $"{uri.Host} could not be reached: {e.Message}", innerException: e);
        }
    }

    public void Dispose() => _http?.Dispose();

    private static bool MayBePicture(string? type)
        => type is null or "application/octet-stream" or "binary/octet-stream" || type.StartsWith("image/", StringComparison.OrdinalIgnoreCase);
}
