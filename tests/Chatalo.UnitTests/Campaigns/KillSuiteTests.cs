using Chatalo.UnitTests.Conventions;
using Chatalo.UnitTests.Packages;
using Chatalo.Kills;
using Chatalo.Testing;

namespace Chatalo.UnitTests.Campaigns;

/// <summary>The kill suite in small: signals of every kind at random moments. The whole: <c>dotnet run -c Release --project tests/Chatalo.Benchmarks -- kills 1000</c>.</summary>
public sealed class KillSuiteTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chatalo-killsuite-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [UnixFact]
    public Task On_SQLite_nobody_gets_a_message_twice_and_nobody_is_lost() => RunAsync(Path.Combine(_folder, "campaigns.db"), workers: 3);

    [PostgresFact]
    public async Task On_PostgreSQL_nobody_gets_a_message_twice_and_nobody_is_lost()
    {
        using var server = PrivatePostgres.StartNew();
        await RunAsync(server.ConnectionString, workers: 4);
    }

    private static async Task RunAsync(string store, int workers)
    {
        const int Kills = 12;
        // The moments differ all the same, for the processes are real.
        const int Seed = 20251125;
        var tally = new KillTally();
        using var campaign = new KillCampaign(PowerShellProcess.Pwsh, null, Path.Combine(Repository.ModuleFolder, "Chatalo.psd1"), store, 120, () => tally.Kills < Kills, Seed, tally);

        await campaign.RunAsync(workers);

        Assert.True(tally["twice"] + tally["lost"] == 0, $"Seed {Seed}: {string.Join("; ", tally.Faults)}");
        Assert.Equal(120, tally["sent"] + tally["unknown"] + tally["failed"]);
        Assert.NotEqual(0, tally.Kills);
    }
}
