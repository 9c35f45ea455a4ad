using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Chatalo.Kills;
using Chatalo.Testing;
using Npgsql;

namespace Chatalo.Benchmarks;

/// <summary>
/// `kills 1000`: campaigns of 300 rows on SQLite and PostgreSQL in turns, one to six workers each, killed (KILL, INT, TERM) or stopped and woken (STOP) at
/// random moments until so many signals were sent. Fails when anybody got a message twice, or was lost.
/// </summary>
internal static class KillRun
{
    private const int Rows = 300;

    /// <param name="args">How many kills (100); how many campaigns side by side (2); a seed; the .NET tool's starter, to use it for a tenth of the workers.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        var kills = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100;
        var lanes = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 2;
        var seed = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : Environment.TickCount;
        var starter = args.Length > 3 ? args[3] : null;
        var folder = Directory.CreateTempSubdirectory("chatalo-killrun-").FullName;
        // A build meanwhile must not change what is tested.
        Copy(Path.GetDirectoryName(Repository.Module)!, Path.Combine(folder, "Chatalo"));
        using var postgres = PrivatePostgres.StartNew();
        var tally = new KillTally();
        var watch = Stopwatch.StartNew();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}"));
        var campaign = 0;
        await Task.WhenAll(Enumerable.Range(0, lanes).Select(_ => Task.Run(async () =>
        {
            while (tally.Kills < kills)
            {
                var number = Interlocked.Increment(ref campaign);
                var store = number % 2 == 0 ? Schema(postgres, number) : Path.Combine(folder, $"{number}.db");
                using var one = new KillCampaign(Pwsh, starter, Path.Combine(folder, "Chatalo", "Chatalo.psd1"), store, Rows, () => tally.Kills < kills, seed + number, tally);
                await one.RunAsync(workers: 1 + (number % 6));
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed:mm\\:ss}  {tally}"));
            }
        })));
        foreach (var fault in tally.Faults)
        {
            Console.WriteLine(fault);
        }

        Directory.Delete(folder, recursive: true);
        return tally["twice"] + tally["lost"] == 0 ? 0 : 1;
    }

    public static string Pwsh => typeof(KillRun).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static a => a.Key == "Pwsh").Value!;

    private static string Schema(PrivatePostgres postgres, int number)
    {
        using var connection = new NpgsqlConnection(postgres.ConnectionString + ";Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand(string.Create(CultureInfo.InvariantCulture, $"CREATE SCHEMA k{number}"), connection);
        command.ExecuteNonQuery();
        return string.Create(CultureInfo.InvariantCulture, $"{postgres.ConnectionString};Search Path=k{number}");
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
