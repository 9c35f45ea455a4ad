using System.Collections.Concurrent;
using System.Diagnostics;
using Chatalo.Campaigns;
using Chatalo.Campaigns.Stores;
using Chatalo.Testing;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Chatalo.UnitTests.Campaigns;

/// <summary>What passes by itself is waited out, with one word about it; the rest is told at once, and Ctrl+C ends every wait at once.</summary>
public sealed class StoreWaitingTests : IDisposable
{
    private readonly ConcurrentQueue<string> _told = new();
    private readonly CancellationTokenSource _stop = new();

    public void Dispose() => _stop.Dispose();

    [PostgresFact]
    public async Task A_server_that_is_down_is_waited_for()
    {
        using var server = PrivatePostgres.StartNew();
        server.Stop();
        using var store = Open(server.ConnectionString);

        var use = Task.Run(() => store.Ensure("nov", new CampaignSettings()));
        await AssertWaitsAsync(use, "refused");
        server.Start();

        Assert.Equal("nov", (await use.WaitAsync(TimeSpan.FromSeconds(30))).Name);
        Assert.Single(_told);
    }

    [PostgresFact]
    public async Task A_server_in_recovery_is_waited_for_until_it_takes_changes()
    {
        using var primary = PrivatePostgres.StartNew();
        using (var first = Open(primary.ConnectionString))
        {
            first.Ensure("nov", new CampaignSettings());
        }

        using var standby = primary.StartStandby(isHot: true);
        using var store = Open(standby.ConnectionString);
        Assert.NotNull(store.Find("nov"));

        var use = Task.Run(() => store.Ensure("dec", new CampaignSettings()));
        await AssertWaitsAsync(use, "standby, or read-only");
        standby.Promote();

        Assert.Equal("dec", (await use.WaitAsync(TimeSpan.FromSeconds(30))).Name);
    }

    [PostgresFact]
    public async Task A_server_that_starts_is_waited_for()
    {
        using var primary = PrivatePostgres.StartNew();
        using var standby = primary.StartStandby(isHot: false);
        using var store = Open(standby.ConnectionString);

        var use = Task.Run(() => store.Ensure("nov", new CampaignSettings()));
        await AssertWaitsAsync(use, "");
        Assert.Matches("starting up|not accepting connections|refused|standby", Assert.Single(_told));
        standby.Promote();

        Assert.Equal("nov", (await use.WaitAsync(TimeSpan.FromSeconds(30))).Name);
    }

    [PostgresFact]
    public async Task A_run_waits_while_the_server_takes_no_changes_and_sends_nothing_twice()
    {
        using var server = PrivatePostgres.StartNew();
        using var store = Open(server.ConnectionString);
        var campaign = store.Ensure("nov", new CampaignSettings());
        store.Exchange(TestStore.Turn(campaign, "importer") with { Imports = [.. TestStore.Numbers(60).Select(static n => TestStore.Message(n))] });
        using var run = new RunHarness(store, campaign, new RunOptions { ThrottleLimit = 2 });
        var reached = new TaskCompletionSource();
        run.Gateway = async (message, _) =>
        {
            if (run.Requests.Count == 20)
            {
                reached.TrySetResult();
            }

            await Task.Delay(5);
            return RunHarness.Sent(message);
        };

        var finished = run.FinishAsync();
        await reached.Task;
        // As after a failover: connections end, and the server that answers takes no changes at first.
        Sql(server, "ALTER ROLE chatalo SET default_transaction_read_only = on");
        Sql(server, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'Chatalo'");
        await Task.Delay(2000);
        var meanwhile = run.Requests.Count;
        Assert.InRange(meanwhile, 20, 59);
        Sql(server, "ALTER ROLE chatalo RESET default_transaction_read_only");

        // The connection keeps what it began with; the run makes another after each error.
        var results = await finished;
        Assert.Null(run.Run.Failure);
        Assert.All(results, static r => Assert.Equal(SendOutcome.Sent, r.Outcome));
        Assert.Equal(TestStore.Numbers(60), run.Requests.Order(StringComparer.Ordinal));
        Assert.Contains(run.Told, static t => t.Contains("Nothing is sent until"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_locked_file_is_waited_for(bool isNew)
    {
        using var test = new TestStore(StoreKind.Sqlite);
        test.Campaign(TestStore.Numbers(3));
        using var backup = new SqliteConnection($"Data Source={test.Address.File};Pooling=false");
        backup.Open();
        using var store = Open(test.Address.ConnectionString);
        if (!isNew)
        {
            store.Check();
        }

        var locked = backup.BeginTransaction();
        var use = Task.Run(() => store.Ensure("dec", new CampaignSettings()));
        await AssertWaitsAsync(use, "locked");
        locked.Rollback();

        Assert.Equal("dec", (await use.WaitAsync(TimeSpan.FromSeconds(30))).Name);
    }

    [Fact]
    public async Task Ctrl_C_ends_a_wait_for_a_locked_file_at_once()
    {
        using var test = new TestStore(StoreKind.Sqlite);
        test.Campaign(TestStore.Numbers(3));
        using var backup = new SqliteConnection($"Data Source={test.Address.File};Pooling=false");
        backup.Open();
        using var locked = backup.BeginTransaction();
        var store = Open(test.Address.ConnectionString);

        var use = Task.Run(() => store.Ensure("dec", new CampaignSettings()));
        await Task.Delay(500);
        var watch = Stopwatch.StartNew();
        await _stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => use);
        // Neither does the cmdlet's end wait for it.
        store.Dispose();

        // The lock itself is waited for in steps of five seconds.
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task Ctrl_C_ends_a_wait_for_a_server_at_once()
    {
        using var store = Open("Host=127.0.0.1;Port=1;Database=d;Username=u");
        var use = Task.Run(store.Check);
        await AssertWaitsAsync(use.ContinueWith(static t => t.Exception, TaskScheduler.Default), "127.0.0.1:1");

        var watch = Stopwatch.StartNew();
        await _stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => use);
        // The lock itself is waited for in steps of five seconds.
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(3));
    }

    [Fact]
    public void A_wait_has_an_end_and_the_error_then_says_what_to_do()
    {
        using var store = Open("Host=127.0.0.1;Port=1;Database=d;Username=u", TimeSpan.FromSeconds(1));

        var error = Assert.Throws<ChataloException>(store.Check);

        Assert.Equal(ErrorKind.StoreUnavailable, error.Kind);
        Assert.Contains("Start the server", error.RecommendedAction);
        Assert.Contains("up to 1 s", Assert.Single(_told));
    }

    [Fact]
    public void What_does_not_pass_is_told_at_once()
    {
        var folder = Directory.CreateTempSubdirectory("chatalo-wait-");
        File.WriteAllText(Path.Combine(folder.FullName, "notes.db"), new string('x', 8192));
        using var store = Open(Path.Combine(folder.FullName, "notes.db"));

        Assert.Throws<ChataloException>(store.Check);
        Assert.Empty(_told);
        folder.Delete(recursive: true);
    }

    private CampaignStore Open(string address, TimeSpan? patience = null)
        => new(StoreAddress.Parse(address, static p => p), waiting: new StoreWaiting(_told.Enqueue, _stop.Token, patience: patience));

    private async Task AssertWaitsAsync(Task use, string what)
    {
        for (var patience = 300; _told.IsEmpty && patience > 0; patience--)
        {
            await Task.Delay(50);
        }

        Assert.Contains(what, Assert.Single(_told));
        await Task.Delay(300);
        Assert.False(use.IsCompleted);
    }

    private static void Sql(PrivatePostgres server, string sql)
    {
        using var connection = new NpgsqlConnection(server.ConnectionString + ";Pooling=false;Application Name=administrator;Options=-c default_transaction_read_only=off");
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
