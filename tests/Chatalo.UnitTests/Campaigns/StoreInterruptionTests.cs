using Chatalo.Campaigns;
using Chatalo.Campaigns.Stores;
using Chatalo.Testing;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Chatalo.UnitTests.Campaigns;

/// <summary>Others use the same database: a backup that locks it, an administrator who ends connections.</summary>
public sealed class StoreInterruptionTests
{
    [Fact]
    public async Task A_SQLite_file_that_another_program_has_locked_is_waited_for_and_nothing_goes_meanwhile()
    {
        using var test = new TestStore(StoreKind.Sqlite);
        var campaign = test.Campaign(TestStore.Numbers(40));
        using var run = new RunHarness(test.Store, campaign, new RunOptions { ThrottleLimit = 2 });
        using var backup = new SqliteConnection($"Data Source={test.Address.File};Pooling=false");
        backup.Open();
        using var locked = backup.BeginTransaction();
        var finished = run.FinishAsync();
        await Task.Delay(TimeSpan.FromSeconds(2));
        var meanwhile = run.Requests.Count;
        locked.Rollback();

        Assert.All(await finished, static r => Assert.Equal(SendOutcome.Sent, r.Outcome));
        Assert.Equal(0, meanwhile);
        Assert.Null(run.Run.Failure);
        Assert.Equal(TestStore.Numbers(40), run.Requests.Order(StringComparer.Ordinal));
        Assert.Equal(40, test.Store.Describe(campaign).Sent);
    }

    [PostgresFact]
    public async Task Connections_that_the_server_ends_again_and_again_send_nothing_twice_and_forget_nobody()
    {
        using var server = PrivatePostgres.StartNew();
        using var store = new CampaignStore(StoreAddress.Parse(server.ConnectionString, static p => p));
        var campaign = store.Ensure("nov", new CampaignSettings());
        store.Exchange(TestStore.Turn(campaign, "importer") with { Imports = [.. TestStore.Numbers(200).Select(static n => TestStore.Message(n))] });
        using var run = new RunHarness(store, campaign, new RunOptions { ThrottleLimit = 4 });
        run.Gateway = static async (message, _) =>
        {
            await Task.Delay(20);
            return RunHarness.Sent(message);
        };

        var finished = run.FinishAsync();
        var ended = await EndConnectionsAsync(server.ConnectionString, finished);
        var results = await finished;

        Assert.Null(run.Run.Failure);
        Assert.InRange(ended, 3, long.MaxValue);
        Assert.All(results, static r => Assert.Equal(SendOutcome.Sent, r.Outcome));
        Assert.Equal(TestStore.Numbers(200), run.Requests.Order(StringComparer.Ordinal));
        // The run's own connection may be the last that was ended.
        using var sure = new CampaignStore(StoreAddress.Parse(server.ConnectionString + ";Pooling=false", static p => p));
        Assert.Equal((200L, 200), (sure.Describe(campaign).Sent, results.Count));
    }

    /// <summary>Ends all other connections again and again until the work is done; says how many it ended.</summary>
    private static async Task<long> EndConnectionsAsync(string server, Task work)
    {
        await using var administrator = new NpgsqlConnection(server + ";Pooling=false");
        await administrator.OpenAsync();
        var ended = 0L;
        while (!work.IsCompleted)
        {
            await using var command = new NpgsqlCommand(
                "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND usename = current_user AND backend_type = 'client backend'", administrator);
            ended += (long)(await command.ExecuteScalarAsync())!;
            await Task.Delay(100);
        }

        return ended;
    }
}
