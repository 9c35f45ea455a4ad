using Chatalo.Client;
using Chatalo.Json;
using Chatalo.Sending;

namespace Chatalo.UnitTests.Client;

/// <summary>
/// .NET Framework makes a request again by itself when it loses a connection that it kept alive, and asks its content for the body again.
/// What must not be done twice gives it once.
/// </summary>
public sealed class RepeatedBodyTests
{
    [Fact]
    public async Task A_send_leaves_once_and_is_unknown()
    {
        using var transport = new RepeatingTransport();
        using var client = Client(transport);

        var report = await new MessageSender(client, TimeProvider.System).SendAsync(ClientUnderTest.Message, new CallContext(default));

        Assert.Equal(SendOutcome.Unknown, report.Result.Outcome);
        Assert.Equal(1, transport.Bodies);
    }

    [Fact]
    public async Task A_removal_leaves_once()
    {
        using var transport = new RepeatingTransport();
        using var client = Client(transport);

        await Assert.ThrowsAsync<ChataloException>(() => new DeviceApi(client).DeleteAsync("d-1", new CallContext(default)));

        Assert.Equal(1, transport.Bodies);
    }

    [Fact]
    public async Task A_list_may_be_asked_for_twice()
    {
        using var transport = new RepeatingTransport();
        using var client = Client(transport);

        var page = await client.ListAsync("/contacts", new JsonBody().Add("device_id", "d-1"), static f => f.Text("name"), new CallContext(default));

        Assert.Empty(page.Items);
        Assert.Equal(2, transport.Bodies);
    }

    private static GatewayClient Client(HttpMessageHandler transport) => new(
        new GatewayOptions { MaximumRetryCount = 0 }, new GatewayCredential(ClientUnderTest.PublicKey, ClientUnderTest.SecretKey), transport: transport);

    private sealed class RepeatingTransport : HttpMessageHandler
    {
        public int Bodies { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            for (var times = 0; times < 2; times++)
            {
                await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
                Bodies++;
            }

            return new HttpResponseMessage { Content = new StringContent("""{"data":[],"meta":{"code":200}}""") };
        }
    }
}
