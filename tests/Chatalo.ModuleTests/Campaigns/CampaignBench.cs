using System.Globalization;
using Chatalo.ModuleTests.Engine;
using Chatalo.ModuleTests.HostProgram;

namespace Chatalo.ModuleTests.Campaigns;

/// <summary>An emulator in this process, a campaign's store, and workers that are processes of their own.</summary>
internal sealed class CampaignBench : IDisposable
{
    public const string Device = "c7276ae0-c306-4896-8fda-000000000001";

    private readonly string _folder = Directory.CreateTempSubdirectory("chatalo-campaign-").FullName;
    private readonly ModuleSession _session = new();

    /// <param name="store">The store of the campaign; null for a new SQLite file.</param>
    public CampaignBench(string? store = null)
    {
        Store = store ?? Path.Combine(_folder, "campaigns.db");
        // No window to wait for, and answers that take a moment, so that something is in flight when a worker is killed.
        Invoke("$emulator = Start-ChataloEmulator -RateLimit 100000 -RateLimitWindowSec 60");
        Invoke("Set-ChataloEmulatorFault Delay -DelayMilliseconds 10 -Path '/messages'");
        Invoke("$emulator | Connect-Chatalo -Device $device -TimeoutSec 3", ("device", Device));
    }

    public string Store { get; }

    /// <summary>How many messages arrived.</summary>
    public long Arrived => (long)Invoke("$emulator.MessageCount").Single().BaseObject;

    /// <summary>Runs a script in a session with the emulator; <c>$store</c> is the store.</summary>
    public Run Invoke(string script, params (string Name, object? Value)[] variables) => _session.Invoke(script, [.. variables, ("store", Store)]).Ok();

    /// <summary>The same, where errors are part of what it does.</summary>
    public Run Try(string script) => _session.Invoke(script, ("store", Store));

    /// <summary>The messages in a status.</summary>
    public long Count(string status) => (long)Invoke($"(Get-ChataloCampaign test -Store $store).{status}").Single().BaseObject;

    /// <summary>How often each recipient was delivered to.</summary>
    public Dictionary<string, int> Deliveries() => Invoke("Get-ChataloEmulatorMessage | ForEach-Object Number").Values<string>()
        .GroupBy(static n => n).ToDictionary(static g => g.Key, static g => g.Count());

    /// <summary>Another session on the same gateway, with the same <c>$store</c>.</summary>
    public ModuleSession Connect()
    {
        var session = new ModuleSession();
        session.Invoke(
            "Connect-Chatalo -PublicKey EMULATOR-PUBLIC-KEY -SecretKey EMULATOR-SECRET-KEY -BaseUri $uri -Device $device",
            ("uri", Invoke("$emulator.BaseUri.ToString()").Single().BaseObject), ("device", Device), ("store", Store)).Ok();
        return session;
    }

    /// <summary>Starts a worker with a script that ends with this command.</summary>
    public HostProcess Worker(string command)
    {
        var baseUri = Invoke("$emulator.BaseUri.ToString()").Single();
        var file = Path.Combine(_folder, Guid.NewGuid().ToString("N") + ".ps1");
        File.WriteAllText(file, $$"""
            $store = '{{Store}}'
            Connect-Chatalo -PublicKey EMULATOR-PUBLIC-KEY -SecretKey EMULATOR-SECRET-KEY -BaseUri {{baseUri}} -Device {{Device}} -TimeoutSec 3 -SkipCheck > $null
            {{command}} > $null
            'done'
            """);
        return HostProcess.Start("-File", file);
    }

    /// <summary>Waits until so many messages arrived.</summary>
    public async Task WaitForArrivedAsync(long count)
    {
        for (var patience = 6000; Arrived < count; patience--)
        {
            Assert.True(patience > 0, string.Create(CultureInfo.InvariantCulture, $"{Arrived} of {count} arrived"));
            await Task.Delay(10);
        }
    }

    /// <summary>Waits until no lease of a dead worker runs any more.</summary>
    public async Task WaitForLeasesAsync()
    {
        for (var patience = 600; Count("Sending") > 0; patience--)
        {
            Assert.True(patience > 0, "A message stayed in flight.");
            await Task.Delay(100);
        }
    }

    public void Dispose()
    {
        _session.Invoke("Stop-ChataloEmulator");
        _session.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
