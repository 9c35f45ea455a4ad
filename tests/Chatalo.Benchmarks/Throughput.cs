using System.Diagnostics;
using System.Net.Http.Json;

namespace Chatalo.Benchmarks;

/// <summary>
/// Messages per second through the real engine, beside a bare HttpClient that makes the same requests at the same concurrency,
/// in turns in one run: on a noisy machine the ratio of neighbours holds when the absolute numbers do not.
/// </summary>
internal static class Throughput
{
    // Of the engine, which packages bring as plain assemblies, much more is to be compiled, in the background and twice over, than of
    // HttpClient, which is compiled ahead. Its share sank until about the tenth round of 10,000.
    private const int Warmups = 12;
    private const int Rounds = 15;
    private const string Device = "c7276ae0-c306-4896-8fda-000000000001";

    public static async Task<int> RunAsync(string[] args)
    {
        var count = args.Length > 0 ? int.Parse(args[0]) : 5000;
        using var emulator = EmulatorProcess.Start("--limit", "0");
        using var engine = new Engine();
        engine.Run("param($uri, $device) Connect-Chatalo -PublicKey EMULATOR-PUBLIC-KEY -SecretKey EMULATOR-SECRET-KEY -BaseUri $uri -Device $device", emulator.BaseUri, Device);
        using var bare = new HttpClient { BaseAddress = new Uri(emulator.BaseUri + "/") };
        bare.DefaultRequestHeaders.Add("X-Public-Key", "EMULATOR-PUBLIC-KEY");
        bare.DefaultRequestHeaders.Add("X-Secret-Key", "EMULATOR-SECRET-KEY");
        bare.DefaultRequestHeaders.Add("Accept", "application/json");

        foreach (var concurrency in args.Length > 1 ? args.Skip(1).Select(int.Parse) : [1, 16])
        {
            for (var round = 0; round < Warmups; round++)
            {
                await BareAsync(bare, count, concurrency);
                Module(engine, count, concurrency);
            }

            var ratios = new List<double>();
            for (var round = 0; round < Rounds; round++)
            {
                var bareRate = await BareAsync(bare, count, concurrency);
                var before = GC.GetTotalAllocatedBytes(precise: true);
                var moduleRate = Module(engine, count, concurrency);
                var bytes = (GC.GetTotalAllocatedBytes(precise: true) - before) / count;
                ratios.Add(moduleRate / bareRate);
                Console.WriteLine($"at {concurrency,2} in flight: bare HttpClient {bareRate,7:0}/s, Send-ChataloMessage {moduleRate,7:0}/s, {moduleRate / bareRate:P0}, {bytes} bytes a message");
            }

            ratios.Sort();
            Console.WriteLine($"at {concurrency,2} in flight: median {ratios[Rounds / 2]:P0} of the bare loop");
        }

        return 0;
    }

    private static async Task<double> BareAsync(HttpClient client, int count, int concurrency)
    {
        var next = -1;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, concurrency).Select(async _ =>
        {
            int i;
            while ((i = Interlocked.Increment(ref next)) < count)
            {
                using var answer = await client.PostAsJsonAsync("messages", new { device_id = Device, type = "text", number = Number(i), message = "Halo" });
                using var body = await System.Text.Json.JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync());
                if (!body.RootElement.GetProperty("data").GetProperty("is_sent").GetBoolean())
                {
                    throw new InvalidOperationException("Not sent.");
                }
            }
        }));
        return count / watch.Elapsed.TotalSeconds;
    }

    private static double Module(Engine engine, int count, int concurrency)
    {
        var numbers = Enumerable.Range(0, count).Select(Number).ToArray();
        var watch = Stopwatch.StartNew();
        var results = engine.Run("param($numbers, $limit) $numbers | Send-ChataloMessage -Message Halo -ThrottleLimit $limit -WarningAction SilentlyContinue", numbers, concurrency);
        var rate = count / watch.Elapsed.TotalSeconds;
        return results.Count == count ? rate : throw new InvalidOperationException($"{results.Count} results.");
    }

    private static string Number(int i) => $"62812{10_000_000 + i}";
}
