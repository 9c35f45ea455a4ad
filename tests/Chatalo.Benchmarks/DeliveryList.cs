using System.Diagnostics;
using System.Globalization;
using Chatalo.Campaigns;
using Chatalo.Campaigns.Stores;
using Chatalo.Sending;
using Chatalo.Testing;

namespace Chatalo.Benchmarks;

/// <summary>`deliveries`: what Get-ChataloDelivery takes over 100,000 and 1,000,000 rows, on both stores: the time should grow as the rows do, the memory not at all.</summary>
internal static class DeliveryList
{
    public static async Task<int> RunAsync(string[] args)
    {
        int[] sizes = args.Length > 0 ? [.. args.Select(static a => int.Parse(a, CultureInfo.InvariantCulture))] : [100_000, 1_000_000];
        var folder = Directory.CreateTempSubdirectory("chatalo-deliveries-").FullName;
        try
        {
            using var postgres = PrivatePostgres.Missing is null ? PrivatePostgres.StartNew() : null;
            foreach (var store in new[] { Path.Combine(folder, "campaigns.db"), postgres?.ConnectionString }.OfType<string>())
            {
                foreach (var size in sizes)
                {
                    Fill(store, size);
                    var (seconds, peak) = await ReadAsync(store, size);
                    Console.WriteLine(string.Create(
                        CultureInfo.InvariantCulture, $"{(store.Contains('=') ? "PostgreSQL" : "SQLite"),-10} {size,9} rows: {seconds:0.0} s ({seconds / size * 1e6:0.0} us a row), peak working set {peak:0.0} MiB"));
                }
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    private static void Fill(string address, int size)
    {
        using var store = new CampaignStore(StoreAddress.Parse(address, static p => p));
        var campaign = store.Ensure(Name(size), new CampaignSettings());
        foreach (var part in Enumerable.Range(0, size).Chunk(20_000))
        {
            store.Exchange(new TurnRequest(campaign.Id, "filler", TimeSpan.FromMinutes(1))
            {
                Imports = [.. part.Select(static i => new OutgoingMessage(
                    "device", new Recipient("62812" + i.ToString("00000000", CultureInfo.InvariantCulture), false), MessageContent.Create("Halo, tagihan Anda sudah terbit.", null), null))],
            });
        }
    }

    private static string Name(int size) => string.Create(CultureInfo.InvariantCulture, $"of {size}");

    // A whole process for each, as for a user.
    private static async Task<(double Seconds, double Peak)> ReadAsync(string store, int size)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var argument in new[] { "exec", KillRun.Pwsh, "-NoProfile", "-NonInteractive", "-Command", $$"""
            Import-Module '{{Repository.Module}}'
            $watch = [Diagnostics.Stopwatch]::StartNew()
            $count = 0
            Get-ChataloDelivery '{{Name(size)}}' -Store '{{store}}' | ForEach-Object { $count++ }
            "$count $($watch.Elapsed.TotalSeconds.ToString([cultureinfo]::InvariantCulture)) $([Diagnostics.Process]::GetCurrentProcess().PeakWorkingSet64)"
            """ })
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var parts = (await process.StandardOutput.ReadToEndAsync()).Trim().Split(' ');
        await process.WaitForExitAsync();
        return parts is [var count, var seconds, var peak] && int.Parse(count, CultureInfo.InvariantCulture) == size
            ? (double.Parse(seconds, CultureInfo.InvariantCulture), double.Parse(peak, CultureInfo.InvariantCulture) / 1024 / 1024)
            : throw new InvalidOperationException($"Of {size} rows came: {string.Join(' ', parts)}");
    }
}
