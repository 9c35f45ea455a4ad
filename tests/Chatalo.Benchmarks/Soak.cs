using System.Diagnostics;
using System.Globalization;

namespace Chatalo.Benchmarks;

/// <summary>
/// Sends, listens and campaigns for so many minutes in one process against an emulator whose rate window is shortened, so that minutes
/// meet as many windows as hours do. Memory, handles and threads are printed at intervals; growth after the warm-up is a failure.
/// </summary>
internal static class Soak
{
    private const double MemoryMargin = 16;
    private const int Margin = 12;

    private const string Connect =
        """
        param($uri, $store)
        $null = Connect-Chatalo -PublicKey EMULATOR-PUBLIC-KEY -SecretKey EMULATOR-SECRET-KEY -BaseUri $uri -Device c7276ae0-c306-4896-8fda-000000000001
        """;

    // One of everything a long-running script does; the session is left and made again each time.
    private const string Round =
        """
        param($uri, $store, $round, $port)
        $sent = @(1..30 | ForEach-Object { 628120000000 + $_ } | Send-ChataloMessage -Message "Halo $round" -ThrottleLimit 4 -WarningAction SilentlyContinue).Where{ $_.Outcome -eq 'Sent' }.Count
        $named = @(1..15 | ForEach-Object { [pscustomobject]@{ Number = 628120000000 + $_ } } |
            Send-ChataloMessage -Message 'Halo' -Campaign "soak-$($round % 4)" -Store $store -WarningAction SilentlyContinue)
        $null = Get-ChataloCampaign -Store $store
        if ($round % 4 -eq 3) { Get-ChataloCampaign -Store $store | Remove-ChataloCampaign -Store $store -Confirm:$false }
        $heard = @(Receive-ChataloMessage -Port $port -Token soak-0123456789abcdef -Count 10 -TimeoutSec 30 -WarningAction SilentlyContinue -InformationAction Ignore)
        $null = Get-ChataloDevice
        $null = Get-ChataloSession | Disconnect-Chatalo
        $null = Connect-Chatalo -PublicKey EMULATOR-PUBLIC-KEY -SecretKey EMULATOR-SECRET-KEY -BaseUri $uri -Device c7276ae0-c306-4896-8fda-000000000001
        "$sent $($named.Count) $($heard.Count)"
        """;

    // What comes in, from a runspace of its own; until the listener listens nobody answers.
    private const string Write =
        """
        param($port)
        foreach ($n in 1..10) {
            do {
                $delivery = Invoke-ChataloWebhook "http://127.0.0.1:$port/soak-0123456789abcdef" -Message "Balasan $n" -ErrorAction SilentlyContinue
                if (-not $delivery.Succeeded) { [Threading.Thread]::Sleep(20) }
            } until ($delivery.Succeeded)
        }
        """;

    public static Task<int> RunAsync(string[] args)
    {
        var minutes = args.Length > 0 ? double.Parse(args[0], CultureInfo.InvariantCulture) : 5;
        using var emulator = EmulatorProcess.Start("--limit", "60", "--window", "1");
        var folder = Directory.CreateTempSubdirectory("chatalo-soak-");
        using var engine = new Engine();
        using var people = new Engine();
        var samples = new List<Sample>();
        var watch = Stopwatch.StartNew();
        var (round, sent, heard, next) = (0, 0, 0, 0.0);
        engine.Run(Connect, emulator.BaseUri, "");
        while (watch.Elapsed.TotalMinutes < minutes)
        {
            var store = Path.Combine(folder.FullName, "soak.db");
            var port = FreePort();
            var writing = Task.Run(() => people.Run(Write, port));
            var counts = engine.Run(Round, emulator.BaseUri, store, round++, port).Last().ToString()!.Split(' ').Select(static c => int.Parse(c, CultureInfo.InvariantCulture)).ToArray();
            writing.Wait();
            sent += counts[0] + counts[1];
            heard += counts[2];
            if (counts is not [30, 15, 10])
            {
                Console.WriteLine($"Round {round}: {counts[0]} of 30 sent, {counts[1]} of 15 accounted for, {counts[2]} of 10 heard.");
                return Task.FromResult(1);
            }

            if (watch.Elapsed.TotalSeconds >= next)
            {
                next += Math.Max(5, minutes * 60 / 20);
                samples.Add(Sample.Take());
                Console.WriteLine($"{watch.Elapsed:mm\\:ss} {round,4} rounds, {sent,6} sent, {heard,5} heard, {samples[^1]}");
            }
        }

        folder.Delete(recursive: true);
        return Task.FromResult(Judge(samples));
    }

    // The first third warms up: code is compiled, pools and caches fill. The rest is halved, and the halves' medians compared.
    private static int Judge(List<Sample> samples)
    {
        var steady = samples.Skip(samples.Count / 3).ToList();
        if (steady.Count < 4)
        {
            Console.WriteLine("Too short to judge.");
            return 2;
        }

        var (early, late) = (steady.Take(steady.Count / 2).ToList(), steady.Skip(steady.Count / 2).ToList());
        var heap = Median(late, static s => s.Heap) - Median(early, static s => s.Heap);
        var handles = Median(late, static s => s.Handles) - Median(early, static s => s.Handles);
        var threads = Median(late, static s => s.Threads) - Median(early, static s => s.Threads);
        var grows = heap > MemoryMargin || handles > Margin || threads > Margin;
        Console.WriteLine($"{(grows ? "GROWS" : "flat")}: managed heap {heap:+0.0;-0.0;0} MiB, handles {handles:+0;-0;0}, threads {threads:+0;-0;0} from the first steady half to the second");
        return grows ? 1 : 0;
    }

    private static double Median(List<Sample> samples, Func<Sample, double> figure) => samples.Select(figure).Order().ElementAt(samples.Count / 2);

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed record Sample(double Heap, double WorkingSet, int Handles, int Threads)
    {
        public static Sample Take()
        {
            var heap = GC.GetTotalMemory(forceFullCollection: true) / 1048576.0;
            using var self = Process.GetCurrentProcess();
            var handles = OperatingSystem.IsLinux() ? Directory.GetFileSystemEntries("/proc/self/fd").Length : self.HandleCount;
            return new Sample(heap, self.WorkingSet64 / 1048576.0, handles, self.Threads.Count);
        }

        public override string ToString() => $"heap {Heap:0.0} MiB, working set {WorkingSet:0} MiB, {Handles} handles, {Threads} threads";
    }
}
