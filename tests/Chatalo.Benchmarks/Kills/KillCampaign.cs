using System.Globalization;
using Chatalo.Emulator;

namespace Chatalo.Kills;

/// <summary>
/// One campaign whose workers are killed at random moments and started again until it is complete. An emulator in this process, which no kill reaches, is
/// the judge of who was delivered.
/// </summary>
/// <param name="program">pwsh.dll.</param>
/// <param name="starter">The .NET tool's starter, for some of the workers; null for none.</param>
/// <param name="module">The module's manifest.</param>
/// <param name="store">The store.</param>
/// <param name="rows">How many recipients.</param>
/// <param name="most">Signals are sent while this says so.</param>
/// <param name="seed">For the random numbers.</param>
/// <param name="tally">Takes what it came to.</param>
public sealed class KillCampaign(string program, string? starter, string module, string store, int rows, Func<bool> most, int seed, KillTally tally) : IDisposable
{
    private const string Script = """
        param($Module, $BaseUri, $Device, $Store, $Mode, [int] $Rows, [int] $ThrottleLimit)
        $ErrorActionPreference = 'Stop'
        "engine $PID"
        Import-Module $Module
        Connect-Chatalo -PublicKey EMULATOR-PUBLIC-KEY -SecretKey EMULATOR-SECRET-KEY -BaseUri $BaseUri -Device $Device -TimeoutSec 3 -SkipCheck > $null
        $same = @{ Store = $Store; ErrorAction = 'SilentlyContinue'; WarningAction = 'SilentlyContinue' }
        switch ($Mode) {
            'Send' { 1..$Rows | ForEach-Object { '62812{0:00000000}' -f $_ } | Send-ChataloMessage -Message Halo -Campaign kills -ThrottleLimit $ThrottleLimit @same > $null }
            'Resume' { Resume-ChataloCampaign kills -ThrottleLimit $ThrottleLimit @same > $null }
            'Retry' { Resume-ChataloCampaign kills -RetryUnknown -ThrottleLimit 16 @same > $null }
            'Show' { Get-ChataloDelivery kills -Store $Store | ForEach-Object { "row $("$($_.Number)".TrimStart('+')) $($_.Status)" } }
        }
        'done'
        """;

    // The longest that a lease lasts: twice the time-out and ten seconds.
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(17);

    private readonly string _folder = Directory.CreateTempSubdirectory("chatalo-kills-").FullName;
    private readonly EmulatorServer _emulator = EmulatorServer.Start(new EmulatorOptions { RateLimit = 0, KeepMessages = 0 });
    private readonly Random _random = new(seed);
    private readonly object _gate = new();
    private volatile bool _isComplete;

    /// <summary>Runs the campaign to its end and judges it.</summary>
    /// <param name="workers">How many workers at once.</param>
    public async Task RunAsync(int workers)
    {
        // Before and after the message is delivered, so that kills fall on both sides.
        _emulator.AddFault(new FaultRule { Kind = FaultKind.Delay, DelayMs = Draw(5, 60), DelayAfterMs = Draw(5, 60), Path = "/messages" });
        await File.WriteAllTextAsync(ScriptFile, Script);
        await Task.WhenAll(Enumerable.Range(0, workers).Select(slot => Task.Run(() => KeepWorkingAsync(slot))));
        await JudgeAsync();
        tally.Add("campaigns");
        tally.Add(store.Contains('=') ? "postgres" : "sqlite");
    }

    public void Dispose()
    {
        _emulator.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private string ScriptFile => Path.Combine(_folder, "worker.ps1");

    private async Task KeepWorkingAsync(int slot)
    {
        var throttle = Draw(1, 5);
        while (!_isComplete)
        {
            // The first one always brings the list, as a job that is tried again from the top does.
            var brings = slot == 0 || Draw(0, 2) == 0;
            using var worker = Start(brings ? "Send" : "Resume", throttle, viaStarter: starter is not null && Draw(0, 10) == 0);
            if (most())
            {
                await AttackAsync(worker);
            }

            if (!await worker.EndsWithinAsync(TimeSpan.FromMinutes(4)))
            {
                tally.Faults.Enqueue($"A worker did not end: {worker.Error}");
                tally.Add("lost");
                return;
            }

            await worker.Reading;
            _isComplete |= brings && worker.IsDone;
        }
    }

    private async Task AttackAsync(KillWorker worker)
    {
        // From the first moment on.
        await Task.WhenAny(worker.Engine, worker.Reading);
        if (!worker.Engine.IsCompletedSuccessfully)
        {
            return;
        }

        var engine = await worker.Engine;
        while (!await EndsBeforeAttackAsync(worker))
        {
            var signal = Draw(0, 10) switch { < 4 => KillSignal.Kill, < 6 => KillSignal.Interrupt, < 8 => KillSignal.Terminate, _ => KillSignal.Stop };
            Signals.Send(engine, signal);
            tally.Add(signal.ToString());
            if (signal == KillSignal.Stop)
            {
                // Now and then for longer than its leases last, so that others take over.
                await Task.Delay(Draw(0, 20) == 0 ? Lease + TimeSpan.FromSeconds(3) : TimeSpan.FromMilliseconds(Draw(1, 4000)));
                Signals.Wake(engine);
                continue;
            }

            if (!await worker.EndsWithinAsync(TimeSpan.FromSeconds(20)))
            {
                tally.Faults.Enqueue($"{signal} did not end a worker in 20 s.");
                Signals.Send(engine, KillSignal.Kill);
            }

            return;
        }
    }

    /// <summary>
    /// Waits for the next moment to strike: for a quarter at any time, while PowerShell starts, the module loads or the list is recorded; else some
    /// messages and some milliseconds later, when something is in flight.
    /// </summary>
    private async Task<bool> EndsBeforeAttackAsync(KillWorker worker)
    {
        if (Draw(0, 4) == 0)
        {
            return await worker.EndsWithinAsync(TimeSpan.FromMilliseconds(Draw(0, 1500)));
        }

        var until = _emulator.MessageCount + Draw(1, 12);
        for (var patience = 1000; _emulator.MessageCount < until && patience > 0; patience--)
        {
            if (await worker.EndsWithinAsync(TimeSpan.FromMilliseconds(10)))
            {
                return true;
            }
        }

        return await worker.EndsWithinAsync(TimeSpan.FromMilliseconds(Draw(0, 120)));
    }

    private async Task JudgeAsync()
    {
        await Task.Delay(Lease);
        var delivered = _emulator.DeliveriesByRecipient();
        var states = await ShowAsync();
        tally.Add("rows", rows);
        foreach (var number in Enumerable.Range(1, rows).Select(static i => string.Create(CultureInfo.InvariantCulture, $"62812{i:00000000}")))
        {
            var times = delivered.GetValueOrDefault(number);
            var state = states.GetValueOrDefault(number, "nowhere");
            if (times > 1)
            {
                Fault("twice", $"{number} was delivered {times} times and is {state}");
            }
            else if ((times, state) is not ((1, "Sent") or (_, "Unknown") or (0, "Failed")))
            {
                Fault("lost", $"{number} was delivered {times} times and is {state}");
            }

            tally.Add(state.ToLowerInvariant());
        }

        await RetryAsync(states);
    }

    /// <summary>Asked to send again what is unknown, it reaches everybody, and only those twice.</summary>
    private async Task RetryAsync(Dictionary<string, string> states)
    {
        using (var worker = Start("Retry", 16, viaStarter: false))
        {
            if (!await worker.EndsWithinAsync(TimeSpan.FromMinutes(2)))
            {
                Fault("lost", "-RetryUnknown did not end");
            }
        }

        foreach (var (number, times) in _emulator.DeliveriesByRecipient())
        {
            if (times > 1 && states.GetValueOrDefault(number) == "Unknown")
            {
                tally.Add("again");
            }
            else if (times > 1)
            {
                Fault("twice", $"{number} was {states.GetValueOrDefault(number)} and -RetryUnknown delivered it again");
            }
        }

        var missing = rows - _emulator.DeliveriesByRecipient().Count - states.Count(static s => s.Value == "Failed");
        if (missing > 0)
        {
            Fault("lost", $"{missing} rows were not reached by -RetryUnknown");
        }
    }

    private async Task<Dictionary<string, string>> ShowAsync()
    {
        var lines = new Dictionary<string, string>(StringComparer.Ordinal);
        using var worker = Start("Show", 1, viaStarter: false, line =>
        {
            var parts = line.Split(' ');
            lines[parts[1]] = parts[2];
        });
        await worker.EndsWithinAsync(TimeSpan.FromMinutes(2));
        await worker.Reading;
        return worker.IsDone ? lines : throw new InvalidOperationException($"The deliveries cannot be read: {worker.Error}");
    }

    private void Fault(string what, string words)
    {
        tally.Add(what);
        tally.Faults.Enqueue($"{what}: {words} ({store})");
    }

    private KillWorker Start(string mode, int throttle, bool viaStarter, Action<string>? row = null) => KillWorker.Start(
        viaStarter ? starter! : program, ScriptFile, row,
        module, _emulator.BaseUri.ToString(), EmulatorServer.ReadyDeviceId, store, mode,
        rows.ToString(CultureInfo.InvariantCulture), throttle.ToString(CultureInfo.InvariantCulture));

    private int Draw(int from, int below)
    {
        lock (_gate)
        {
            return _random.Next(from, below);
        }
    }
}
