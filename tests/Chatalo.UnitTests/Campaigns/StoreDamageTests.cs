using Chatalo.Campaigns;
using Chatalo.Campaigns.Stores;
using Chatalo.Testing;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Chatalo.UnitTests.Campaigns;

/// <summary>A store that cannot be used is refused, with a reason, before anything is claimed from it.</summary>
public sealed class StoreDamageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chatalo-damage-").FullName;

    private string File => Path.Combine(_folder, "campaigns.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void An_empty_file_is_not_taken_for_a_new_store()
    {
        System.IO.File.WriteAllBytes(File, []);
        AssertRefused(File, "is an empty file");
        Assert.Equal(0, new FileInfo(File).Length);
    }

    [Fact]
    public void A_file_that_is_cut_off_is_refused()
    {
        Fill();
        using (var stream = new FileStream(File, FileMode.Open))
        {
            stream.SetLength(stream.Length / 2);
        }

        AssertRefused(File, "cut off");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1500)]
    [InlineData(4095)]
    [InlineData(4096)]
    [InlineData(40_000)]
    public void However_little_of_it_is_missing(int missing)
    {
        Fill();
        using (var stream = new FileStream(File, FileMode.Open))
        {
            stream.SetLength(stream.Length - missing);
        }

        AssertRefused(File, "cut off");
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused_and_left_alone()
    {
        System.IO.File.WriteAllText(File, string.Concat(Enumerable.Repeat("name;number\r\n", 1000)));
        AssertRefused(File, "not a database");
        Assert.StartsWith("name;number", System.IO.File.ReadAllText(File));
    }

    [Fact]
    public void Another_programs_database_is_refused_and_left_alone()
    {
        Sql($"Data Source={File};Pooling=false", "CREATE TABLE notes (text text)");
        AssertRefused(File, "not a campaign store");
        Assert.Equal(1L, Sql($"Data Source={File};Pooling=false", "SELECT count(*) FROM sqlite_master"));
    }

    [Fact]
    public void A_read_only_store_is_refused()
    {
        Fill();
        AssertRefused($"Data Source={File};Mode=ReadOnly", "read-only");
    }

    [Fact]
    public void A_folder_in_the_place_of_the_file_is_refused()
    {
        Directory.CreateDirectory(File);
        AssertRefused(File, "cannot be opened");
    }

    [Fact]
    public void A_folder_that_is_not_there_is_not_made() => AssertRefused(Path.Combine(_folder, "none", "campaigns.db"), "cannot be made");

    [Fact]
    public void A_newer_SQLite_store_is_refused()
    {
        Fill();
        Sql($"Data Source={File};Pooling=false", "UPDATE chatalo_schema SET version = 99");
        AssertRefused(File, "version 99");
    }

    [PostgresFact]
    public void A_newer_PostgreSQL_store_is_refused()
    {
        using var test = new TestStore(StoreKind.Postgres);
        test.Store.Check();
        using (var connection = new NpgsqlConnection(test.Address.ConnectionString + ";Pooling=false"))
        {
            connection.Open();
            using var command = new NpgsqlCommand("UPDATE chatalo_schema SET version = 99", connection);
            command.ExecuteNonQuery();
        }

        AssertRefused(test.Address.ConnectionString, "version 99");
    }

    [Fact]
    public void A_PostgreSQL_that_is_not_there_is_named_without_its_password()
    {
        var error = AssertRefused("Host=127.0.0.1;Port=1;Database=d;Username=u;Password=hunter2;Timeout=2", "PostgreSQL 127.0.0.1:1/d");
        Assert.DoesNotContain("hunter2", error.ToString());
    }

    [Fact]
    public void A_host_that_is_not_found_may_be_found_later()
    {
        using var store = new CampaignStore(StoreAddress.Parse("Host=no-such-host.invalid;Database=d;Username=u;Password=hunter2;Timeout=5", static p => p));

        var error = Assert.Throws<ChataloException>(store.Check);

        Assert.Equal(ErrorKind.StoreUnavailable, error.Kind);
        Assert.True(store.MayPass(error));
        Assert.DoesNotContain("hunter2", error.ToString());
    }

    [PostgresFact]
    public void A_PostgreSQL_that_went_away_and_came_back_goes_on()
    {
        using var server = PrivatePostgres.StartNew();
        using var store = new CampaignStore(StoreAddress.Parse(server.ConnectionString, static p => p));
        var campaign = store.Ensure("nov", new CampaignSettings());
        store.Exchange(TestStore.Turn(campaign, "a") with { Imports = [TestStore.Message("62811")] });

        server.Stop();
        var error = Assert.Throws<ChataloException>(() => store.Exchange(TestStore.Turn(campaign, "a") with { Wanted = 1 }));
        Assert.Equal(ErrorKind.StoreUnavailable, error.Kind);
        Assert.True(store.MayPass(error));

        server.Start();
        Assert.Single(store.Exchange(TestStore.Turn(campaign, "a") with { Wanted = 1 }).Claimed);
    }

    [Fact]
    public void A_new_file_is_its_owners_only()
    {
        Fill();
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        }

        Assert.Equal("campaigns.db", Path.GetFileName(Assert.Single(Directory.GetFiles(_folder))));
    }

    private void Fill()
    {
        using var store = new CampaignStore(StoreAddress.Parse(File, static p => p));
        var campaign = store.Ensure("nov", new CampaignSettings());
        store.Exchange(TestStore.Turn(campaign, "a") with { Imports = [.. TestStore.Numbers(2000).Select(static n => TestStore.Message(n))] });
    }

    private static ChataloException AssertRefused(string address, string why)
    {
        using var store = new CampaignStore(StoreAddress.Parse(address, static p => p));
        var error = Assert.Throws<ChataloException>(() => store.Ensure("nov", new CampaignSettings { DailyLimit = 5 }));
        Assert.Equal(ErrorKind.StoreUnavailable, error.Kind);
        Assert.Contains(why, error.Message);
        Assert.False(store.MayPass(error) && !address.StartsWith("Host", StringComparison.Ordinal));
        return error;
    }

    private static object? Sql(string connectionString, string sql)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
