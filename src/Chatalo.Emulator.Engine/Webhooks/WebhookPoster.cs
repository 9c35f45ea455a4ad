using System.Net.Http.Headers;
using System.Text;
using Chatalo.Emulator.Endpoints;

namespace Chatalo.Emulator.Webhooks;

/// <summary>Posts incoming messages to the webhook that was set.</summary>
internal sealed class WebhookPoster(Gateway gateway) : IDisposable
{
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(30);

    // A webhook on this machine is reached directly, and an answer that sends elsewhere is an answer.
    private readonly HttpClient _http = new(new HttpClientHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = AnswerTime };

    public async Task<IncomingResult> PostAsync(IncomingSpec spec, CancellationToken cancellationToken)
    {
        if (spec.Deliveries < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(spec), "A message is delivered once at least.");
        }

        var url = CheckedUrl();
        var chatId = spec.ChatId ?? Guid.NewGuid().ToString("n").ToUpperInvariant();
        var body = WebhookBody.Write(spec, chatId, gateway);
        var statuses = new List<int?>();
        for (var i = 0; i < spec.Deliveries; i++)
        {
            statuses.Add(await PostAsync(url, body, cancellationToken).ConfigureAwait(false));
        }

        return new IncomingResult(chatId, url, Encoding.UTF8.GetString(body), statuses);
    }

    public void Dispose() => _http.Dispose();

    private Uri CheckedUrl()
    {
        var url = new Uri(gateway.State.WebhookUrl ?? throw new InvalidOperationException("No webhook is set: POST /setWebhook (Set-ChataloWebhook) first."));
        return url.IsLoopback || gateway.Options.AllowExternalWebhooks
            ? url
            : throw new InvalidOperationException($"The webhook {url.Host} is not on this machine, and {nameof(EmulatorOptions.AllowExternalWebhooks)} is off.");
    }

    private async Task<int?> PostAsync(Uri url, byte[] body, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        try
        {
            using var response = await _http.PostAsync(url, content, cancellationToken).ConfigureAwait(false);
            return (int)response.StatusCode;
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // No one listens, or he does not answer in time: the gateway would not learn more either.
            return null;
        }
    }
}
