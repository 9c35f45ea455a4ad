using System.Collections.Concurrent;
using Chatalo.Campaigns;
using Chatalo.Client;
using Chatalo.Sending;

namespace Chatalo.UnitTests.Campaigns;

/// <summary>A worker whose gateway is a function, with its results in a list.</summary>
internal sealed class RunHarness : IDisposable
{
    private readonly object _pipeline = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly GatewayClient _client = new(new GatewayOptions { BaseUri = new Uri("http://127.0.0.1:1/api/v1") }, new GatewayCredential("public", "secret"));

    public RunHarness(CampaignStore store, CampaignRow campaign, RunOptions? options = null)
    {
        Sender = new MessageSender(_client, TimeProvider.System);
        Run = new CampaignRun(
            store, campaign, options ?? new RunOptions(), Sender,
            async (message, token, mayLeave) =>
            {
                if (!mayLeave())
                {
                    return Sender.NotSent(message);
                }

                Requests.Enqueue(message.Recipient.Id);
                return await Gateway(message, token);
            },
            work =>
            {
                lock (_pipeline)
                {
                    work();
                }
            },
            Reports.Enqueue, Told.Enqueue, _stop.Token);
    }

    public MessageSender Sender { get; }

    public CampaignRun Run { get; }

    /// <summary>The recipients of all requests, in their order.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public ConcurrentQueue<SendReport> Reports { get; } = new();

    public ConcurrentQueue<string> Told { get; } = new();

    /// <summary>Answers a request; by default it is sent.</summary>
    public Func<OutgoingMessage, CancellationToken, Task<SendReport>> Gateway { get; set; } = static (message, _) => Task.FromResult(Sent(message));

    public static SendReport Sent(OutgoingMessage message) => new(
        new SendResult { Outcome = SendOutcome.Sent, Number = message.Recipient.Id, InputObject = message.InputObject }, null);

    public RunHarness Begin(params OutgoingMessage[] messages)
    {
        Run.Begin();
        foreach (var message in messages)
        {
            Run.Start(message);
        }

        return this;
    }

    /// <summary>Gives it these messages and waits until it is done.</summary>
    public async Task<IReadOnlyList<SendResult>> FinishAsync(params OutgoingMessage[] messages)
    {
        Begin(messages).Run.Complete();
        await Run.Ended.WaitAsync(TimeSpan.FromMinutes(1));
        return Results;
    }

    public IReadOnlyList<SendResult> Results => [.. Reports.Select(static r => r.Result)];

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await Run.Ended.WaitAsync(TimeSpan.FromMinutes(1));
    }

    public void Dispose()
    {
        Run.Dispose();
        _client.Dispose();
        _stop.Dispose();
    }
}
