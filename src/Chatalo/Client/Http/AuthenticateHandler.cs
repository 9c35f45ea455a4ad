namespace Chatalo.Client.Http;

/// <summary>Adds the keys, and only to requests that go to the gateway itself.</summary>
internal sealed class AuthenticateHandler(GatewayCredential credential, Uri baseUri, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var headers = request.Headers;
        headers.Remove("X-Public-Key");
        headers.Remove("X-Secret-Key");
        if (request.RequestUri is { } uri && uri.Host == baseUri.Host && uri.Port == baseUri.Port && uri.Scheme == baseUri.Scheme)
        {
            headers.TryAddWithoutValidation("X-Public-Key", credential.PublicKey);
            headers.TryAddWithoutValidation("X-Secret-Key", credential.SecretKey);
        }

        return base.SendAsync(request, cancellationToken);
    }
}
