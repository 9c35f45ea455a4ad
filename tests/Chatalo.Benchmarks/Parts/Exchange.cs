using System.Net;
using System.Text;
using BenchmarkDotNet.Attributes;
using Chatalo.Client;
using Chatalo.Sending;

namespace Chatalo.Benchmarks.Parts;

/// <summary>What the client adds to a request: body, handlers, answer, outcome; the network is left out.</summary>
[MemoryDiagnoser]
public class Exchange : IDisposable
{
    private readonly GatewayClient _client;
    private readonly MessageSender _sender;
    private readonly OutgoingMessage _message = new(
        "c7276ae0-c306-4896-8fda-000000000001", new Recipient("6281234567890", IsGroup: false), MessageContent.Create("Halo", null), InputObject: null);

    public Exchange()
    {
        _client = new GatewayClient(
            new GatewayOptions { BaseUri = new Uri("http://localhost/api/v1") }, new GatewayCredential("public-key", "secret-key"), transport: new Answer());
        _sender = new MessageSender(_client, TimeProvider.System);
    }

    [Benchmark]
    public async Task<SendOutcome> Send() => (await _sender.SendAsync(_message, new CallContext(CancellationToken.None))).Result.Outcome;

    public void Dispose() => _client.Dispose();

    private sealed class Answer : HttpMessageHandler
    {
        private static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"data":{"is_sent":true},"meta":{"code":200,"message":"OK"}}""");

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(Body), RequestMessage = request };
            answer.Headers.TryAddWithoutValidation("X-RateLimit-Limit", "1000000");
            answer.Headers.TryAddWithoutValidation("X-RateLimit-Remaining", "999999");
            return Task.FromResult(answer);
        }
    }
}
