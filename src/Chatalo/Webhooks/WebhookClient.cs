using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using Chatalo.Client;
using Chatalo.Json;
using Chatalo.Text;

namespace Chatalo.Webhooks;

/// <summary>Posts events to a webhook, as the gateway does.</summary>
internal sealed class WebhookClient : IDisposable
{
    private readonly Uri _uri;
    private readonly HttpClient _http;

    /// <param name="uri">The webhook; https, or on this machine.</param>
    /// <param name="timeout">How long to wait for its answer.</param>
    /// <exception cref="ChataloException">The address is no webhook's, or would carry the event unencrypted to another machine.</exception>
    public WebhookClient(Uri uri, TimeSpan timeout)
    {
        // First: no other message may show a password.
        if (uri.OriginalString.IndexOf('@') >= 0)
        {
            throw new ChataloException(ErrorKind.InvalidInput, "The address of the webhook holds a user name or password.", "Give -Uri the address without them.");
        }

        if (!uri.IsAbsoluteUri || uri.Scheme is not ("https" or "http") || uri.Host.Length == 0)
        {
            throw new ChataloException(ErrorKind.InvalidInput, $"{DisplayText.Quote(uri.OriginalString)} is no address of a webhook.", "Give -Uri an http or https address.");
        }

        if (uri.Scheme == "http" && !uri.IsLoopback)
        {
            throw new ChataloException(
                ErrorKind.InvalidInput, $"http://{uri.Authority} would carry the message and the token unencrypted; only this machine may be reached by http.", "Give -Uri an https address.");
        }

        _uri = uri;
        _http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseProxy = !uri.IsLoopback }) { Timeout = timeout };
        _http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("Chatalo", ModuleVersion.Text));
    }

    /// <exception cref="ChataloException">No answer came.</exception>
    public async Task<WebhookDelivery> PostAsync(string json, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(json)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        var watch = Stopwatch.StartNew();
        try
        {
            using var response = await _http.PostAsync(_uri, content, cancellationToken).ConfigureAwait(false);
            return new WebhookDelivery
            {
                Host = _uri.Authority,
                Id = WebhookReader.Read(json).Messages.FirstOrDefault()?.Id,
                StatusCode = (int)response.StatusCode,
                Taken = watch.Elapsed,
                Raw = json,
            };
        }
        catch (HttpRequestException e)
        {
            throw new ChataloException(
                ErrorKind.Unreachable, $"The webhook at {_uri.Authority} cannot be reached: {(e.InnerException ?? e).Message}", "Check that it listens, and the address.", innerException: e);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ChataloException(
                ErrorKind.TimedOut, $"The webhook at {_uri.Authority} did not answer in time.", "A webhook answers first and works after; Receive-ChataloMessage does so.", innerException: e);
        }
    }

    public void Dispose() => _http.Dispose();
}
