using System.Diagnostics;
using Chatalo.Campaigns;
using Chatalo.Campaigns.Stores;
using Chatalo.Testing;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Chatalo.UnitTests.Campaigns;

/// <summary>The file of a SQLite store: made whole, found through links, and missed when it goes away.</summary>
public sealed class StoreFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chatalo-file-").FullName;

    private string StoreFile => Path.Combine(_folder, "campaigns.db");

    private string Rescued => StoreFile + ".rescued";

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_new_file_has_its_tables_before_it_has_its_name()
    {
        using var store = Open();
        store.Check();

        // As the file is without its log.
        var copy = Path.Combine(_folder, "copy.db");
        File.Copy(StoreFile, copy);
        using var alone = Open(copy);
        Assert.Empty(alone.List(static _ => true));
        Assert.Empty(Directory.GetFiles(_folder, "*.new"));
    }

    [Fact]
    public async Task Two_processes_that_make_a_store_at_the_same_time_make_one()
    {
        for (var round = 0; round < 20; round++)
        {
            var file = Path.Combine(_folder, $"round{round}.db");
            using var begin = new Barrier(4);
            await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Factory.StartNew(
                () =>
                {
                    using var store = Open(file);
                    begin.SignalAndWait();
                    store.Ensure($"c{i}", new CampaignSettings());
                },
                TaskCreationOptions.LongRunning)));
            using var all = Open(file);
            Assert.Equal(4, all.List(static _ => true).Count);
        }

        Assert.Empty(Directory.GetFiles(_folder, "*.new*"));
    }

    [Fact]
    public void What_is_claimed_is_in_the_file_alone_before_it_is_sent()
    {
        using var store = Open();
        var campaign = Fill(store, 300);
        for (var sent = 0; sent < 60; sent++)
        {
            var claim = Assert.Single(store.Exchange(TestStore.Turn(campaign, "a") with { Wanted = 1 }).Claimed);
            var copy = Path.Combine(_folder, "copy.db");
            File.Copy(StoreFile, copy, overwrite: true);
            using (var alone = Open(copy))
            {
                Assert.Equal(DeliveryStatus.Sending, alone.FindDelivery(campaign, claim.Message.Recipient.Id)!.Status);
            }

            store.Exchange(TestStore.Turn(campaign, "a") with { Outcomes = [new ClaimOutcome(claim, ClaimEnd.Settled, new SendResult { Outcome = SendOutcome.Sent })] });
        }
    }

    [Fact]
    public void A_store_without_its_tables_is_refused()
    {
        // As versions up to 0.1.0 left it when they were killed and the log was lost.
        Sql(StoreFile, "PRAGMA application_id = 1128813644; PRAGMA journal_mode = WAL;");

        var error = AssertRefused(StoreFile, "has no tables");
        Assert.Contains("-wal", error.RecommendedAction);
    }

    [Fact]
    public void A_log_without_its_store_is_refused_and_no_store_is_made()
    {
        using (var store = Open())
        {
            Fill(store, 10);
            File.Copy(StoreFile + "-wal", StoreFile + "-kept");
        }

        File.Delete(StoreFile);
        File.Move(StoreFile + "-kept", StoreFile + "-wal");

        AssertRefused(StoreFile, "moved without its log");
        Assert.False(File.Exists(StoreFile));
    }

    [UnixTheory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_symbolic_link_is_followed(bool isThere)
    {
        var target = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, "elsewhere")).FullName, "real.db");
        if (isThere)
        {
            using var first = Open(target);
            Fill(first, 10);
        }

        File.CreateSymbolicLink(StoreFile, target);
        using (var store = Open())
        {
            Assert.Equal(isThere ? 1 : 0, store.List(static _ => true).Count);
            store.Ensure("dec", new CampaignSettings());
        }

        Assert.NotNull(new FileInfo(StoreFile).LinkTarget);
        using var real = Open(target);
        Assert.NotNull(real.Find("dec"));
    }

    [UnixFact]
    public void A_store_with_two_hard_links_is_refused()
    {
        using (var store = Open())
        {
            Fill(store, 10);
        }

        var other = Path.Combine(_folder, "other.db");
        Link(StoreFile, other);
        AssertRefused(StoreFile, "2 names");
        AssertRefused(other, "2 names");

        File.Delete(other);
        using var again = Open();
        Assert.Single(again.List(static _ => true));
    }

    [UnixFact]
    public void The_second_name_that_a_killed_maker_left_is_taken_away()
    {
        using (var store = Open())
        {
            Fill(store, 10);
        }

        Link(StoreFile, $"{StoreFile}.{Guid.NewGuid():N}.new");
        using var again = Open();
        Assert.Single(again.List(static _ => true));
        Assert.Empty(Directory.GetFiles(_folder, "*.new"));
    }

    [UnixTheory]
    [InlineData("deleted")]
    [InlineData("deleted with its log")]
    [InlineData("moved")]
    [InlineData("moved with its log")]
    [InlineData("replaced")]
    [InlineData("replaced by a copy")]
    [InlineData("folder moved")]
    public async Task A_file_that_goes_away_while_a_worker_sends_ends_the_run_and_is_saved(string how)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "store")).FullName;
        var file = Path.Combine(folder, "campaigns.db");
        using var store = Open(file);
        var campaign = Fill(store, 60);
        using var run = new RunHarness(store, campaign, new RunOptions { Patience = TimeSpan.FromSeconds(5) });
        run.Gateway = (message, _) =>
        {
            if (run.Requests.Count == 20)
            {
                LoseTo(how, folder, file);
            }

            return Task.FromResult(RunHarness.Sent(message));
        };
        await run.FinishAsync();

        Assert.Equal(20, run.Requests.Count);
        var error = run.Run.Failure!;
        Assert.Equal(ErrorKind.StoreUnavailable, error.Kind);
        Assert.Contains(how.StartsWith("replaced", StringComparison.Ordinal) ? "replaced by another file" : "deleted or moved", error.Message);
        Assert.Contains(file, error.Message);
        Assert.Contains("60 messages", error.Message);
        if (how == "folder moved")
        {
            Assert.Contains("could not be saved", error.Message);
            return;
        }

        // The same command again: it must not begin anew.
        var refusal = AssertRefused(file, file + ".rescued");
        Assert.Contains(file + ".rescued", refusal.RecommendedAction);

        // And the advice is true: with the saved file it goes on where it was.
        foreach (var left in new[] { file, file + "-wal", file + "-shm" })
        {
            File.Delete(left);
        }

        File.Move(file + ".rescued", file);
        using var again = Open(file);
        var counts = again.Describe(campaign);
        Assert.Equal((19L, 1L, 40L), (counts.Sent, counts.Sending, counts.Pending));
    }

    [UnixFact]
    public void A_log_that_is_deleted_is_missed_too_and_nothing_is_lost()
    {
        using (var store = Open())
        {
            var campaign = Fill(store, 10);
            File.Delete(StoreFile + "-wal");
            var error = Assert.Throws<ChataloException>(() => store.Exchange(TestStore.Turn(campaign, "a") with { Wanted = 1 }));
            Assert.Contains("log", error.Message);
            Assert.False(store.MayPass(error));
        }

        Assert.False(File.Exists(Rescued));
        using var again = Open();
        Assert.Equal(10, again.List(static _ => true).Single().Pending);
    }

    [UnixFact]
    public void A_file_that_went_away_while_it_was_locked_is_not_made_anew()
    {
        using var store = Open();
        var campaign = Fill(store, 10);
        using (var backup = new SqliteConnection($"Data Source={StoreFile};Pooling=false"))
        {
            backup.Open();
            using var locked = backup.BeginTransaction();
            // The connection is given up for this error, and made again for the next turn.
            Assert.True(store.MayPass(Assert.Throws<ChataloException>(() => store.Exchange(TestStore.Turn(campaign, "a") with { Wanted = 1 }))));
        }

        File.Delete(StoreFile);
        for (var turn = 0; turn < 2; turn++)
        {
            var error = Assert.Throws<ChataloException>(() => store.Exchange(TestStore.Turn(campaign, "a") with { Wanted = 1 }));
            Assert.Contains("deleted or moved", error.Message);
            Assert.False(store.MayPass(error));
        }

        Assert.False(File.Exists(StoreFile));
    }

    [PostgresFact]
    public void Tables_that_were_dropped_while_a_connection_was_lost_are_not_made_anew()
    {
        using var test = new TestStore(StoreKind.Postgres);
        var schema = new NpgsqlConnectionStringBuilder(test.Address.ConnectionString).SearchPath;
        using var store = new CampaignStore(StoreAddress.Parse(test.Address.ConnectionString + ";Application Name=" + schema, static p => p));
        var campaign = Fill(store, 3);
        using (var administrator = new NpgsqlConnection(test.Address.ConnectionString + ";Pooling=false"))
        {
            administrator.Open();
            using var drop = new NpgsqlCommand(
                $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '{schema}'; DROP SCHEMA {schema} CASCADE; CREATE SCHEMA {schema}", administrator);
            drop.ExecuteNonQuery();
        }

        Assert.Throws<ChataloException>(() => store.Exchange(TestStore.Turn(campaign, "a") with { Wanted = 1 }));
        var error = Assert.Throws<ChataloException>(() => store.Exchange(TestStore.Turn(campaign, "a") with { Wanted = 1 }));
        Assert.Contains("are gone", error.Message);
        Assert.Contains("Restore", error.RecommendedAction);
        Assert.False(store.MayPass(error));
    }

    [UnixFact]
    public void A_reader_of_a_file_that_is_gone_says_so()
    {
        using var store = Open();
        var campaign = Fill(store, 10);
        File.Delete(StoreFile);

        Assert.Contains("deleted or moved", Assert.Throws<ChataloException>(() => store.Describe(campaign)).Message);
    }

    private static void LoseTo(string how, string folder, string file)
    {
        var elsewhere = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(folder)!, "elsewhere")).FullName;
        var parts = how.Contains("log") ? new[] { "", "-wal", "-shm" } : [""];
        switch (how.Split(' ')[0])
        {
            case "deleted":
                Array.ForEach(parts, part => File.Delete(file + part));
                break;
            case "moved":
                Array.ForEach(parts, part => File.Move(file + part, Path.Combine(elsewhere, "campaigns.db" + part)));
                break;
            case "replaced":
                var other = Path.Combine(elsewhere, "other.db");
                if (how.Contains("copy"))
                {
                    File.Copy(file, other);
                }
                else
                {
                    using var store = Open(other);
                    store.Check();
                }

                File.Move(other, file, overwrite: true);
                break;
            default:
                Directory.Move(folder, Path.Combine(elsewhere, "moved"));
                break;
        }
    }

    private static CampaignRow Fill(CampaignStore store, int count)
    {
        var campaign = store.Ensure("nov", new CampaignSettings());
        store.Exchange(TestStore.Turn(campaign, "importer") with { Imports = [.. TestStore.Numbers(count).Select(static n => TestStore.Message(n))] });
        return campaign;
    }

    private CampaignStore Open() => Open(StoreFile);

    private static CampaignStore Open(string file) => new(StoreAddress.Parse(file, static p => p));

    private static ChataloException AssertRefused(string file, string why)
    {
        using var store = Open(file);
        var error = Assert.Throws<ChataloException>(() => store.Ensure("nov", new CampaignSettings()));
        Assert.Equal(ErrorKind.StoreUnavailable, error.Kind);
        Assert.Contains(why, error.Message);
        Assert.False(store.MayPass(error));
        return error;
    }

    private static void Link(string file, string name)
    {
        using var ln = Process.Start("ln", [file, name]);
        ln.WaitForExit();
        Assert.Equal(0, ln.ExitCode);
    }

    private static void Sql(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
