using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Chatalo.ModuleTests.Webhooks;

/// <summary>Events, and a gateway that posts them until they are heard.</summary>
internal static class WebhookEvents
{
    public const string ReadyDevice = "c7276ae0-c306-4896-8fda-000000000001";

    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false });

    public static string Event(string id, string text = "hi", string? group = null, string number = "6281234567890", bool fromMe = false) =>
        $$"""
        {"device_id":"{{ReadyDevice}}","chat_id":"{{id}}","sender":{"name":"Ari","number":"{{number}}","in_group":{{(group is null ? "false" : "true")}},
        "group_id":{{(group is null ? "null" : $"\"{group}\"")}}},"from_me":{{(fromMe ? "true" : "false")}},"timestamp":1689930829,"message":"{{text}}"}
        """;

    /// <summary>Posts as the gateway does: again, while nobody listens or there is no room.</summary>
    public static async Task DeliverAsync(Uri uri, string body)
    {
        while (true)
        {
            try
            {
                using var response = await Http.PostAsync(uri, new StringContent(body, Encoding.UTF8, "application/json"));
                if (response.StatusCode != HttpStatusCode.ServiceUnavailable)
                {
                    Assert.Equal(HttpStatusCode.OK, response.StatusCode);
                    return;
                }
            }
            catch (HttpRequestException)
            {
            }

            await Task.Delay(20);
        }
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
