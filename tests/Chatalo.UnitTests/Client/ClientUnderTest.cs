using Chatalo.Client;
using Chatalo.Json;
using Chatalo.Sending;
using Microsoft.Extensions.Time.Testing;

namespace Chatalo.UnitTests.Client;

/// <summary>The client with a stub for a transport and a clock that is turned by hand.</summary>
internal sealed class ClientUnderTest : ICallObserver, IDisposable
{
    public const string PublicKey = "public-key-0123456789";
    public const string SecretKey = "secret-key-9876543210";

    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(250);

    public ClientUnderTest(GatewayOptions options, params Step[] steps)
    {
        Gateway = new StubGateway(steps);
        Client = new GatewayClient(options, new GatewayCredential(PublicKey, SecretKey), Clock, Gateway);
    }

    public ClientUnderTest(params Step[] steps) : this(new GatewayOptions(), steps)
    {
    }

    public static OutgoingMessage Message { get; } = new("d-1", new Recipient("628123456789", false), MessageContent.Create("Halo", null), null);

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 1, 5, 10, 0, 0, TimeSpan.Zero));

    public StubGateway Gateway { get; }

    public GatewayClient Client { get; }

    public CancellationTokenSource Stop { get; } = new();

    public List<TimeSpan> Waits { get; } = [];

    public List<ExchangeRecord> Exchanges { get; } = [];

    public List<string> Reasons { get; } = [];

    public CallContext Context => new(Stop.Token, this);

    /// <summary>Makes one call of the kind, and reads the <c>name</c> in its answer.</summary>
    public Task<string?> CallAsync(RequestKind kind) => kind switch
    {
        RequestKind.Read => Client.GetAsync("/profile", f => f.Text("name"), Context),
        RequestKind.Change => Client.PatchAsync("/device/d-1", new JsonBody().Add("name", "x"), f => f.Text("name"), Context),
        _ => Client.PostAsync("/messages", RequestKind.Send, new JsonBody().Add("message", "x"), f => f.Text("name"), Context),
    };

    public Task<SendReport> SendAsync() => new MessageSender(Client, Clock).SendAsync(Message, Context);

    /// <summary>Turns the clock until the task ends. A task that never does fails the test after an hour of that clock.</summary>
    public async Task<T> PlayAsync<T>(Task<T> task)
    {
        for (var ticks = 0; !task.IsCompleted; ticks++)
        {
            Assert.True(ticks < 4000, "The call hangs.");
            await Task.WhenAny(task, Task.Delay(1));
            if (!task.IsCompleted)
            {
                Clock.Advance(ticks < 40 ? Tick : 4 * Tick);
            }
        }

        return await task;
    }

    public async Task<ChataloException> FailsAsync<T>(Task<T> task) => await Assert.ThrowsAsync<ChataloException>(() => PlayAsync(task));

    public void Dispose()
    {
        Client.Dispose();
        Stop.Dispose();
    }

    void ICallObserver.OnExchange(ExchangeRecord exchange)
    {
        lock (Exchanges)
        {
            Exchanges.Add(exchange);
        }
    }

    void ICallObserver.OnWait(TimeSpan wait, string reason)
    {
        lock (Waits)
        {
            Waits.Add(wait);
            Reasons.Add(reason);
        }
    }
}
