using Chatalo.ModuleTests.HostProgram;
using Chatalo.Testing;

namespace Chatalo.ModuleTests.Campaigns;

/// <summary>Workers that are killed (SIGKILL) at any moment: nobody gets a message twice, and nobody is forgotten.</summary>
public sealed class KilledWorkerTests
{
    private const int ThrottleLimit = 4;

    // The list is imported by each worker anew, as a job that is tried again from the top does.
    private const string List = "$list = foreach ($i in 1..1000) { [pscustomobject]@{ Number = '62812{0:00000000}' -f $i; Nama = \"N$i\" } }";

    private static readonly string Send = $"{List}; $list | Send-ChataloMessage -Template 'Halo {{Nama}}' -Campaign test -Store $store -ThrottleLimit {ThrottleLimit}";
    private static readonly string Resume = $"Resume-ChataloCampaign test -Store $store -ThrottleLimit {ThrottleLimit}";

    [Fact]
    public async Task Killed_twenty_times_nobody_gets_a_message_twice_and_nobody_is_forgotten()
    {
        const int Kills = 20;
        using var bench = new CampaignBench();
        var random = new Random(20251122);

        for (var kill = 0; kill < Kills; kill++)
        {
            var before = bench.Arrived;
            using var worker = bench.Worker(kill % 2 == 0 ? Send : Resume);
            // Sometimes before it has sent anything, mostly amid its sending.
            await bench.WaitForArrivedAsync(before + random.Next(0, 40));
            await Task.Delay(random.Next(0, 30));
        }

        using (var last = bench.Worker(Send))
        {
            var end = await last.EndAsync();
            Assert.Equal("done", end.Lines[^1]);
        }

        await bench.WaitForLeasesAsync();
        var unknown = bench.Count("Unknown");
        Assert.Equal((1000L, 0L), (bench.Count("Sent") + bench.Count("Failed") + unknown, bench.Count("Pending")));
        Assert.InRange(unknown, 0, Kills * ThrottleLimit);
        Assert.All(bench.Deliveries(), static d => Assert.Equal(1, d.Value));

        bench.Invoke(Resume + " -RetryUnknown");
        Assert.Equal(1000, bench.Count("Sent"));
        Assert.Equal(1000, bench.Deliveries().Count);
    }

    [PostgresFact]
    public async Task Four_workers_on_one_PostgreSQL_two_of_them_killed_send_each_message_once_and_keep_the_interval()
    {
        const int Recipients = 5000;
        using var server = PrivatePostgres.StartNew();
        using var bench = new CampaignBench(server.ConnectionString);
        // Recorded while it is paused, so that all four begin with the whole list.
        bench.Invoke("'628999' + '0000001' | Send-ChataloMessage -Message Halo -Campaign test -Store $store -Interval 0.002");
        bench.Invoke("Suspend-ChataloCampaign test -Store $store");
        bench.Invoke($"1..{Recipients - 1} | ForEach-Object {{ '62812{{0:00000000}}' -f $_ }} | Send-ChataloMessage -Message Halo -Campaign test -Store $store -WarningAction SilentlyContinue");
        Assert.Equal(Recipients - 1, bench.Count("Pending"));

        var workers = new Queue<HostProcess>(Enumerable.Range(0, 4).Select(_ => bench.Worker(Resume)));
        try
        {
            await bench.WaitForArrivedAsync(1200);
            workers.Dequeue().Dispose();
            await bench.WaitForArrivedAsync(2400);
            workers.Dequeue().Dispose();
            foreach (var worker in workers)
            {
                Assert.Equal("done", (await worker.EndAsync()).Lines[^1]);
            }
        }
        finally
        {
            foreach (var worker in workers)
            {
                worker.Dispose();
            }
        }

        await bench.WaitForLeasesAsync();
        var unknown = bench.Count("Unknown");
        Assert.Equal((Recipients, 0L), (bench.Count("Sent") + unknown, bench.Count("Pending")));
        Assert.InRange(unknown, 0, 2 * ThrottleLimit);
        Assert.All(bench.Deliveries(), static d => Assert.Equal(1, d.Value));

        // By the database's clock, whichever worker claimed them.
        var claimed = bench.Invoke("Get-ChataloDelivery test -Store $store | ForEach-Object ClaimedAt").Values<DateTimeOffset>().Order().ToArray();
        Assert.All(claimed.Zip(claimed.Skip(1)), static pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromMilliseconds(2)));
        Assert.True(bench.Invoke("Get-ChataloDelivery test -Store $store | ForEach-Object Worker").Values<string>().Distinct().Count() >= 4);
    }
}
