using Chatalo.Emulator;
using Chatalo.Emulator.State;

namespace Chatalo.UnitTests.Emulator;

public sealed class CaptureTests
{
    [Fact]
    public async Task KeepsTheNewestAndCountsAll()
    {
        using var server = EmulatorServer.Start(new EmulatorOptions { KeepMessages = 3, KeepRequests = 2, RateLimit = 0 });
        using var client = new EmulatorClient(server);
        foreach (var number in (string[])["628001", "628002", "628003", "628004", "628001"])
        {
            await client.PostAsync("/messages", EmulatorClient.Text(number));
        }

        Assert.Equal([3, 4, 5], server.Messages.Select(message => message.Id));
        Assert.Equal([4, 5], server.Requests.Select(request => request.Id));
        Assert.Equal((5, 5), (server.MessageCount, server.RequestCount));
        Assert.Equal((4, 2), (server.DeliveriesByRecipient().Count, server.DeliveriesByRecipient()["628001"]));

        server.ClearMessages();
        server.ClearRequests();
        Assert.Empty(server.Messages);
        Assert.Empty(server.Requests);
        Assert.Empty(server.DeliveriesByRecipient());
        await client.PostAsync("/messages", EmulatorClient.Text("628005"));
        Assert.Equal(6, Assert.Single(server.Messages).Id);
    }

    [Fact]
    public async Task CanKeepNothing()
    {
        using var server = EmulatorServer.Start(new EmulatorOptions { KeepMessages = 0, KeepRequests = 0, CountRecipients = false });
        using var client = new EmulatorClient(server);
        await client.PostAsync("/messages", EmulatorClient.Text("628001"));

        Assert.Empty(server.Messages);
        Assert.Empty(server.Requests);
        Assert.Empty(server.DeliveriesByRecipient());
        Assert.Equal((1, 1), (server.MessageCount, server.RequestCount));
    }

    [Fact]
    public async Task ARequestIsRecordedWithoutItsKeys()
    {
        using var server = EmulatorServer.Start(new EmulatorOptions { PublicKey = "mark-public", SecretKey = "mark-secret" });
        using var client = new EmulatorClient(server);
        client.Headers.UserAgent.ParseAdd("Chatalo/1.2.3");
        await client.PostAsync("/contacts?page=2", $$"""{"device_id":"{{EmulatorServer.ReadyDeviceId}}"}""");

        var request = Assert.Single(server.Requests);
        Assert.Equal(("POST", "/contacts", "page=2", 200, null), (request.Method, request.Path, request.Query, request.StatusCode, request.Fault));
        Assert.Equal(("Chatalo/1.2.3", "application/json"), (request.UserAgent, request.Accept));
        Assert.DoesNotContain(typeof(RecordedRequest).GetProperties(), property => property.GetValue(request)?.ToString()?.Contains("mark-") == true);
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(1, 10)]
    [InlineData(100, 64)]
    [InlineData(100, 100)]
    [InlineData(100, 250)]
    public void ARingHoldsTheNewestInOrder(int capacity, int added)
    {
        var ring = new RingBuffer<int>(capacity);
        for (var i = 0; i < added; i++)
        {
            ring.Add(i);
        }

        Assert.Equal(Enumerable.Range(0, added).Skip(Math.Max(0, added - capacity)), ring.ToArray());
    }
}
