using System.Globalization;

namespace Chatalo.Benchmarks;

/// <summary>How much of a fixed rate window is used, and how many 429s are met, alone and beside a second client that takes half.</summary>
internal static class WindowUse
{
    private const int Limit = 60;
    private const int Windows = 3;

    public static async Task<int> RunAsync(string[] args)
    {
        var window = args.Length > 0 ? double.Parse(args[0], CultureInfo.InvariantCulture) : 5;
        foreach (var concurrency in new[] { 1, 16 })
        {
            Alone(window, concurrency);
            await SharedAsync(window, concurrency);
        }

        return 0;
    }

    private static void Alone(double window, int concurrency)
    {
        using var engine = Connect(window);

        // All of the budget, less the request that connecting takes. The first window needs no time: it is through when the last has just begun.
        var count = (Windows * Limit) - 1;
        var (sent, seconds) = Send(engine, count, concurrency);
        var requests = Stop(engine);
        var best = (Windows - 1) * window;
        Console.WriteLine($"at {concurrency,2} in flight, alone: {sent} of {count} sent in {seconds:0.00} s, at best {best:0.00} s: {best / seconds:P1} of the budget used, {requests - sent - 1} answers 429");
    }

    private static async Task SharedAsync(double window, int concurrency)
    {
        using var engine = Connect(window);
        var uri = (Uri)engine.Run("$emulator.BaseUri")[0].BaseObject;
        using var stop = new CancellationTokenSource();
        // A gateway at some distance: over loopback ours would have the whole budget before the other has begun.
        engine.Run("Set-ChataloEmulatorFault Delay -DelayMilliseconds 20");
        var other = TakeHalfAsync(uri, window, stop.Token);

        var count = Windows * Limit / 2;
        var (sent, seconds) = Send(engine, count, concurrency);
        await stop.CancelAsync();
        var (taken, turnedAway) = await other;
        var requests = Stop(engine);
        Console.WriteLine($"at {concurrency,2} in flight, beside a client that took {taken}: {sent} of {count} sent in {seconds:0.00} s; {requests - sent - 1 - taken - turnedAway} answers 429, and {turnedAway} to the other");
    }

    private static Engine Connect(double window)
    {
        var engine = new Engine();
        engine.Run(
            """
            param($window)
            $global:emulator = Start-ChataloEmulator -RateLimitWindowSec $window
            $null = $emulator | Connect-Chatalo -Device c7276ae0-c306-4896-8fda-000000000001
            """, window);
        return engine;
    }

    /// <summary>Stops the emulator; says how many requests it had.</summary>
    private static long Stop(Engine engine) => Convert.ToInt64(engine.Run("$emulator.RequestCount; Stop-ChataloEmulator")[0].BaseObject, CultureInfo.InvariantCulture);

    private static (long Sent, double Seconds) Send(Engine engine, int count, int concurrency)
    {
        var output = engine.Run(
            """
            param($count, $limit)
            $results = 1..$count | ForEach-Object { 628120000000 + $_ } | Send-ChataloMessage -Message Halo -ThrottleLimit $limit -WarningAction SilentlyContinue
            $sent = @($results | Where-Object Outcome -eq Sent)
            $sent.Count
            $messages = @(Get-ChataloEmulatorMessage)
            ($messages[-1].Time - $messages[0].Time).TotalSeconds
            """, count, concurrency);
        return (Convert.ToInt64(output[0].BaseObject, CultureInfo.InvariantCulture), Convert.ToDouble(output[1].BaseObject, CultureInfo.InvariantCulture));
    }

    // As fast as it can until it has its half, and again when the next window may have begun.
    private static async Task<(int Taken, int TurnedAway)> TakeHalfAsync(Uri uri, double window, CancellationToken stop)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Add("X-Public-Key", "EMULATOR-PUBLIC-KEY");
        client.DefaultRequestHeaders.Add("X-Secret-Key", "EMULATOR-SECRET-KEY");
        var (taken, turnedAway) = (0, 0);
        try
        {
            while (true)
            {
                var half = taken + (Limit / 2);
                var next = Task.Delay(TimeSpan.FromSeconds(window), stop);
                while (taken < half && !next.IsCompleted)
                {
                    using var answer = await client.GetAsync(uri + "/profile", stop);
                    if (answer.IsSuccessStatusCode)
                    {
                        taken++;
                    }
                    else
                    {
                        turnedAway++;
                        await Task.Delay(TimeSpan.FromSeconds(window / 50), stop);
                    }
                }

                await next;
            }
        }
        catch (OperationCanceledException)
        {
            // Ours are sent.
        }

        return (taken, turnedAway);
    }
}
