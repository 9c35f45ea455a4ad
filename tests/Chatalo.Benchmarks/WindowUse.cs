using System.Diagnostics;

namespace Chatalo.Benchmarks;

/// <summary>How much of a fixed rate window is used, and how many 429s are met, alone and beside a second client that takes half.</summary>
internal static class WindowUse
{
    private const int Limit = 60;

    public static Task<int> RunAsync(string[] args)
    {
        var window = args.Length > 0 ? double.Parse(args[0], System.Globalization.CultureInfo.InvariantCulture) : 5;
        foreach (var concurrency in new[] { 1, 16 })
        {
            Alone(window, concurrency);
        }

        return Task.FromResult(0);
    }

    private static void Alone(double window, int concurrency)
    {
        using var engine = new Engine();
        var watch = Stopwatch.StartNew();
        // Three windows' budget, less the request that connecting takes: it must be through when the third window has just begun.
        var count = (3 * Limit) - 1;
        var output = engine.Run(
            """
            param($window, $count, $limit)
            $emulator = Start-ChataloEmulator -RateLimitWindowSec $window
            $null = $emulator | Connect-Chatalo -Device c7276ae0-c306-4896-8fda-000000000001
            $results = 1..$count | ForEach-Object { 628120000000 + $_ } | Send-ChataloMessage -Message Halo -ThrottleLimit $limit -WarningAction SilentlyContinue
            $emulator.RequestCount
            @($results | Where-Object Outcome -eq Sent).Count
            Stop-ChataloEmulator
            """, window, count, concurrency);
        var seconds = watch.Elapsed.TotalSeconds;
        var requests = (long)output[0].BaseObject;
        // The first 60 need no time, so three windows' budget is through after two windows at best.
        Console.WriteLine($"at {concurrency,2} in flight: {output[1]} of {count} sent in {seconds:0.00} s (at best {2 * window:0.00} s: {2 * window / seconds:P1} of the budget used), {requests - count - 1} answers 429");
    }
}
