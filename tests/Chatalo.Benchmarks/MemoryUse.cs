using System.Diagnostics;

namespace Chatalo.Benchmarks;

/// <summary>Peak memory of a whole process that pipes so many rows into Send-ChataloMessage.</summary>
internal static class MemoryUse
{
    public static async Task<int> RunAsync(string[] args)
    {
        if (args.Length > 0)
        {
            return Child(int.Parse(args[0]), args[1]);
        }

        using var emulator = EmulatorProcess.Start("--limit", "0");
        foreach (var rows in new[] { 1_000, 1_000_000 })
        {
            var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
            foreach (var argument in new[] { "memory", rows.ToString(), emulator.BaseUri.ToString() })
            {
                start.ArgumentList.Add(argument);
            }

            using var child = Process.Start(start)!;
            Console.Write(await child.StandardOutput.ReadToEndAsync());
            await child.WaitForExitAsync();
        }

        return 0;
    }

    private static int Child(int rows, string uri)
    {
        using var engine = new Engine();
        var counts = engine.Run(
            """
            param($uri, $rows)
            $null = Connect-Chatalo -PublicKey EMULATOR-PUBLIC-KEY -SecretKey EMULATOR-SECRET-KEY -BaseUri $uri -Device c7276ae0-c306-4896-8fda-000000000001
            $sent = 0
            & { for ($i = 0; $i -lt $rows; $i++) { [pscustomobject]@{ Nomor = 628120000000 + $i; Nama = "Budi $i" } } } |
                Send-ChataloMessage -Message { "Halo $($_.Nama)" } -ThrottleLimit 16 -WarningAction SilentlyContinue |
                ForEach-Object { if ($_.Outcome -eq 'Sent') { $sent++ } }
            $sent
            """, uri, rows);
        using var self = Process.GetCurrentProcess();
        Console.WriteLine($"{rows,9:N0} rows: {counts[0]} sent, peak working set {self.PeakWorkingSet64 / 1048576.0:0.0} MiB, managed heap {GC.GetTotalMemory(true) / 1048576.0:0.0} MiB");
        return 0;
    }
}
