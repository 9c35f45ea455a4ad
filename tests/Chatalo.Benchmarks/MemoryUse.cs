using System.Diagnostics;

namespace Chatalo.Benchmarks;

/// <summary>
/// Peak memory of a whole process that pipes so many inputs into Send-ChataloMessage; beside it, of one that pipes the same rows through
/// the engine alone.
/// </summary>
internal static class MemoryUse
{
    private const string Rows = "& { for ($i = 0; $i -lt $count; $i++) { [pscustomobject]@{ Nomor = 628120000000 + $i; Nama = \"Budi $i\" } } }";

    private static readonly Dictionary<string, string> Pipelines = new()
    {
        ["numbers"] = "& { for ($i = 0; $i -lt $count; $i++) { \"$(628120000000 + $i)\" } } | Send-ChataloMessage -Message Halo @limits | ForEach-Object { if ($_.Outcome -eq 'Sent') { $done++ } }",
        ["rows"] = Rows + " | Send-ChataloMessage -Message { \"Halo $($_.Nama)\" } @limits | ForEach-Object { if ($_.Outcome -eq 'Sent') { $done++ } }",
        ["rows, engine alone"] = Rows + " | ForEach-Object { if ($_.Nama) { $done++ } }",
    };

    public static async Task<int> RunAsync(string[] args)
    {
        if (args.Length > 0)
        {
            return Child(args[0], int.Parse(args[1]), args[2]);
        }

        using var emulator = EmulatorProcess.Start("--limit", "0");
        foreach (var kind in Pipelines.Keys)
        {
            foreach (var count in new[] { 1_000, 1_000_000 })
            {
                var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
                foreach (var argument in new[] { "memory", kind, count.ToString(), emulator.BaseUri.ToString() })
                {
                    start.ArgumentList.Add(argument);
                }

                using var child = Process.Start(start)!;
                Console.Write(await child.StandardOutput.ReadToEndAsync());
                await child.WaitForExitAsync();
            }
        }

        return 0;
    }

    private static int Child(string kind, int count, string uri)
    {
        using var engine = new Engine();
        var counts = engine.Run(
            $$"""
            param($uri, $count)
            $null = Connect-Chatalo -PublicKey EMULATOR-PUBLIC-KEY -SecretKey EMULATOR-SECRET-KEY -BaseUri $uri -Device c7276ae0-c306-4896-8fda-000000000001
            $limits = @{ ThrottleLimit = 16; WarningAction = 'SilentlyContinue' }
            $done = 0
            {{Pipelines[kind]}}
            $done
            """, uri, count);
        using var self = Process.GetCurrentProcess();
        Console.WriteLine($"{count,9:N0} {kind}: {counts[0]} done, peak working set {self.PeakWorkingSet64 / 1048576.0:0.0} MiB, managed heap {GC.GetTotalMemory(true) / 1048576.0:0.0} MiB");
        return 0;
    }
}
