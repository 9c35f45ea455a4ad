using System.Net.Http.Headers;
using System.Text;
using Chatalo.Emulator;

namespace Chatalo.UnitTests.Emulator;

/// <summary>A plain client with keys, for tests of the emulator as its users see it.</summary>
internal sealed class EmulatorClient : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
    private readonly EmulatorServer _server;

    public EmulatorClient(EmulatorServer server)
    {
        _server = server;
        _http.DefaultRequestHeaders.Add("X-Public-Key", server.Options.PublicKey);
        _http.DefaultRequestHeaders.Add("X-Secret-Key", server.Options.SecretKey);
        _http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
    }

    public HttpRequestHeaders Headers => _http.DefaultRequestHeaders;

    public static string Text(string number, string message = "Halo") =>
        $$"""{"device_id":"{{EmulatorServer.ReadyDeviceId}}","type":"text","number":"{{number}}","message":"{{message}}"}""";

    public Task<EmulatorReply> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<EmulatorReply> PostAsync(string path, string json) => SendAsync(HttpMethod.Post, path, json);

    public async Task<EmulatorReply> SendAsync(HttpMethod method, string path, string? json = null)
    {
        var address = Uri.TryCreate(path, UriKind.Absolute, out var whole) && whole.Scheme == "http" ? whole : new Uri(_server.BaseUri + path);
        using var request = new HttpRequestMessage(method, address);
        if (json is not null)
        {
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        }

        using var response = await _http.SendAsync(request);
        return new EmulatorReply(response, await response.Content.ReadAsByteArrayAsync());
    }

    public void Dispose() => _http.Dispose();
}
