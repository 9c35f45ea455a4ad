using System.Diagnostics;
using System.Globalization;
using Chatalo.Campaigns;
using Chatalo.Campaigns.Stores;
using Chatalo.Client;
using Chatalo.Sending;

namespace Chatalo.Benchmarks;

/// <summary>
/// What recording costs a message on SQLite: a campaign is imported, claimed and settled with a gateway that answers at once, so that all the
/// time is the store's. Beside it what the disk alone takes to make a page safe, of which every message in flight alone needs one.
/// </summary>
internal static class Recording
{
    public static async Task<int> RunAsync(string[] args)
    {
        var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 5000;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"the disk alone: {DiskMilliseconds():0.000} ms to make 4 KiB safe"));
        foreach (var throttleLimit in new[] { 1, 16 })
        {
            // The first round warms everything up.
            await RoundAsync(200, throttleLimit);
            var milliseconds = await RoundAsync(count, throttleLimit);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"at {throttleLimit,2} in flight: {milliseconds:0.000} ms a message ({count} messages, recorded, claimed and settled)"));
        }

        return 0;
    }

    private static async Task<double> RoundAsync(int count, int throttleLimit)
    {
        var folder = Directory.CreateTempSubdirectory("chatalo-recording-").FullName;
        try
        {
            using var store = new CampaignStore(StoreAddress.Parse(Path.Combine(folder, "campaigns.db"), static p => p));
            using var client = new GatewayClient(new GatewayOptions(), new GatewayCredential("public", "secret"));
            var campaign = store.Ensure("bench", new CampaignSettings());
            var sent = 0;
            using var run = new CampaignRun(
                store, campaign, new RunOptions { ThrottleLimit = throttleLimit, ReadAhead = int.MaxValue }, new MessageSender(client, TimeProvider.System),
                static (message, _, _) => Task.FromResult(new SendReport(new SendResult { Outcome = SendOutcome.Sent, Number = message.Recipient.Id }, null)),
                static work => work(), _ => sent++, static _ => { }, CancellationToken.None);
            var messages = Enumerable.Range(0, count).Select(static i => new OutgoingMessage(
                "device", new Recipient("62812" + i.ToString("00000000", CultureInfo.InvariantCulture), false), MessageContent.Create("Halo, tagihan Anda sudah terbit.", null), null)).ToArray();
            var watch = Stopwatch.StartNew();
            run.Begin();
            foreach (var message in messages)
            {
                run.Start(message);
            }

            run.Complete();
            await run.Ended;
            return sent == count && run.Failure is null
                ? watch.Elapsed.TotalMilliseconds / count
                : throw new InvalidOperationException($"{sent} of {count} were sent: {run.Failure?.Message}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static double DiskMilliseconds()
    {
        var path = Path.GetTempFileName();
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.None, bufferSize: 0);
            var page = new byte[4096];
            var times = new double[200];
            for (var i = 0; i < times.Length; i++)
            {
                var watch = Stopwatch.StartNew();
                file.Write(page);
                file.Flush(flushToDisk: true);
                times[i] = watch.Elapsed.TotalMilliseconds;
            }

            Array.Sort(times);
            return times[times.Length / 2];
        }
        finally
        {
            File.Delete(path);
        }
    }
}
