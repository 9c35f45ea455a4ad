using Chatalo.ModuleTests.HostProgram;
using Chatalo.Testing;

namespace Chatalo.ModuleTests.Campaigns;

/// <summary>Laptops that sleep in the middle: connections, time-outs and leases have passed when they wake.</summary>
public sealed class SleepingWorkerTests
{
    // Longer than the session's time-out, and than the leases made with it.
    private static readonly TimeSpan Night = TimeSpan.FromSeconds(12);

    private const string List = "$list = 1..400 | ForEach-Object { '62812{0:00000000}' -f $_ }";

    // What the other worker left unknown is an error of this one's.
    private const string Send = $"{List}; $list | Send-ChataloMessage -Message Halo -Campaign test -Store $store -ThrottleLimit 4 -ErrorAction SilentlyContinue";

    [UnixFact]
    public async Task A_list_goes_on_where_it_was_and_nobody_gets_a_message_twice()
    {
        using var bench = new CampaignBench();
        using var worker = bench.Worker($"{List}; $list | Send-ChataloMessage -Message Halo -ThrottleLimit 4 -ErrorAction SilentlyContinue | ForEach-Object {{ [Console]::WriteLine(\"$($_.Outcome) $($_.InputObject)\") }}");

        await bench.WaitForArrivedAsync(100);
        worker.Sleep();
        await Task.Delay(Night);
        worker.Wake();
        var lines = (await worker.EndAsync()).Lines;

        Assert.Equal("done", lines[^1]);
        Assert.Equal(400, lines.Select(static l => l.Split(' ')).Where(static l => l is ["Sent" or "Unknown", _]).Select(static l => l[1]).Distinct().Count());
        Assert.InRange(lines.Count(static l => l.StartsWith("Unknown ", StringComparison.Ordinal)), 0, 4);
        Assert.Equal(400, bench.Deliveries().Count);
        Assert.All(bench.Deliveries(), static d => Assert.Equal(1, d.Value));
    }

    [PostgresFact]
    public async Task A_worker_that_wakes_sends_nothing_that_another_took_over()
    {
        using var server = PrivatePostgres.StartNew();
        using var bench = new CampaignBench(server.ConnectionString);
        using var sleeper = bench.Worker(Send);

        await bench.WaitForArrivedAsync(100);
        sleeper.Sleep();
        // Asleep in a transaction it holds the campaign, until the server ends that transaction.
        using (var other = bench.Worker(Send))
        {
            Assert.Equal("done", (await other.EndAsync()).Lines[^1]);
        }

        await bench.WaitForLeasesAsync();
        var arrived = bench.Arrived;
        sleeper.Wake();
        Assert.Equal("done", (await sleeper.EndAsync()).Lines[^1]);

        Assert.InRange(arrived, 396, 400);
        Assert.Equal(arrived, bench.Arrived);
        AssertEachOnce(bench);
    }

    private static void AssertEachOnce(CampaignBench bench)
    {
        // What it had in flight had arrived or not; of what had not even left when it slept, it says so.
        var unsent = bench.Count("Unknown") + bench.Count("Failed");
        Assert.Equal((400L, 0L), (bench.Count("Sent") + unsent, bench.Count("Pending")));
        Assert.InRange(unsent, 0, 4);
        Assert.All(bench.Deliveries(), static d => Assert.Equal(1, d.Value));
    }
}
