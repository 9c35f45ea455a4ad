using Chatalo.Campaigns;
using Chatalo.Campaigns.Stores;
using Chatalo.Testing;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Chatalo.UnitTests.Campaigns;

/// <summary>Each error of a store says what to do about that error, and no advice leads to a second message. StoreDamageTests and StoreFileTests make those of files.</summary>
public sealed class StoreFaultTests
{
    // Code, extended code, what it says, what to do, whether it may pass.
    [Theory]
    [InlineData(3, 3, "refused", "the right to read and write", false)]
    [InlineData(5, 261, "locked", "End the program", true)]
    [InlineData(6, 6, "locked", "Wait", true)]
    [InlineData(7, 7, "memory", "Free memory", true)]
    [InlineData(8, 8, "read-only", "the right to write", false)]
    [InlineData(8, 264, "read-only", "the right to write", false)]
    [InlineData(8, 1032, "deleted, moved or replaced", "Bring the file back", false)]
    [InlineData(10, 778, "input/output", "Look at the disk", true)]
    [InlineData(11, 267, "damaged", "Restore", false)]
    [InlineData(13, 13, "disk is full", "Free space", true)]
    [InlineData(14, 14, "cannot be opened", "path", false)]
    [InlineData(15, 15, "locks", "local disk", false)]
    [InlineData(18, 18, "longer", "Shorten", false)]
    [InlineData(22, 22, "size", "another disk", false)]
    [InlineData(26, 26, "not a database", "the path of the campaign's store", false)]
    public void SQLite(int code, int extended, string what, string remedy, bool mayPass)
        => Check(SqliteFaults.Of(new SqliteException("SQLite's own words", code, extended)), what, remedy, mayPass);

    [Theory]
    [InlineData("08006", "own words", "connection", true)]
    [InlineData("0A000", "own words", "PostgreSQL 10", false)]
    [InlineData("22P02", "own words", "report it", false)]
    [InlineData("23505", "own words", "report it", false)]
    [InlineData("25006", "standby, or read-only", "primary", true)]
    [InlineData("26000", "pooler", "Max Auto Prepare=0", false)]
    [InlineData("28P01", "own words", "Password", false)]
    [InlineData("28000", "own words", "pg_hba.conf", false)]
    [InlineData("3D000", "own words", "CREATE DATABASE", false)]
    [InlineData("3F000", "own words", "schema", false)]
    [InlineData("40P01", "own words", "wait", true)]
    [InlineData("42501", "own words", "GRANT", false)]
    [InlineData("42P01", "table of the store is gone", "Restore", false)]
    [InlineData("42601", "own words", "PostgreSQL 10", false)]
    [InlineData("53100", "disk is full", "Free space", true)]
    [InlineData("53200", "memory", "memory", true)]
    [InlineData("53300", "own words", "max_connections", true)]
    [InlineData("55P03", "own words", "Wait", true)]
    [InlineData("57014", "too long", "statement_timeout", true)]
    [InlineData("57P01", "own words", "Wait", true)]
    [InlineData("57P02", "own words", "Wait", true)]
    [InlineData("57P03", "own words", "Wait", true)]
    [InlineData("57P04", "own words", "Restore", false)]
    [InlineData("58030", "own words", "log", true)]
    [InlineData("XX001", "own words", "Restore", false)]
    [InlineData("XX000", "own words", "report it", false)]
    [InlineData("F0000", "own words (SQLSTATE F0000)", "report it", false)]
    public void PostgreSQL(string state, string what, string remedy, bool mayPass) => Check(PostgresFaults.OfState(state, "own words"), what, remedy, mayPass);

    [PostgresFact]
    public void What_a_real_PostgreSQL_says()
    {
        using var server = PrivatePostgres.StartNew();
        using (var first = new CampaignStore(StoreAddress.Parse(server.ConnectionString, static p => p)))
        {
            first.Ensure("nov", new CampaignSettings());
        }

        Sql(server, "CREATE ROLE barred NOLOGIN; CREATE ROLE guest LOGIN; CREATE ROLE many LOGIN CONNECTION LIMIT 0; CREATE ROLE hasty LOGIN SUPERUSER; ALTER ROLE hasty SET statement_timeout = 1");
        Sql(server, "CREATE DATABASE bare");

        AssertSays(server, "Username=nobody", "28000", "Username", mayPass: false);
        AssertSays(server, "Username=barred", "28000", "pg_hba.conf", mayPass: false);
        AssertSays(server, "Database=none", "3D000", "CREATE DATABASE", mayPass: false);
        AssertSays(server, "Username=guest;Database=bare", "42501", "GRANT", mayPass: false);
        AssertSays(server, "Username=guest", "42501", "GRANT", mayPass: false);
        AssertSays(server, "Username=many", "53300", "max_connections", mayPass: true);
        AssertSays(server, "Search Path=none", "3F000", "Search Path", mayPass: false);
        AssertSays(server, "Options=-c default_transaction_read_only=on", "25006", "primary", mayPass: true);
        AssertSays(server, "SSL Mode=Require", null, "SSL Mode", mayPass: false);
        AssertSays(server, "Host=no-such-host.invalid", null, "Host", mayPass: true);
        AssertSays(server, "Port=1", null, "Start the server", mayPass: true);

        Sql(server, "ALTER TABLE chatalo_deliveries RENAME TO gone");
        AssertSays(server, "", "42P01", "Restore", mayPass: false);
    }

    [Fact]
    public void No_advice_of_a_kind_names_another_store_as_a_way_to_go_on()
    {
        Assert.DoesNotContain("give another", Remedy.For(ErrorKind.StoreUnavailable));
        Assert.Contains("same store", Remedy.For(ErrorKind.StoreUnavailable));
    }

    private static void AssertSays(PrivatePostgres server, string setting, string? state, string remedy, bool mayPass)
    {
        var address = new NpgsqlConnectionStringBuilder(server.ConnectionString + ";" + setting) { Timeout = 5 }.ConnectionString;
        using var store = new CampaignStore(StoreAddress.Parse(address, static p => p));
        var error = Assert.Throws<ChataloException>(() => store.SetListComplete(store.Ensure("nov", new CampaignSettings { DailyLimit = 9 }).Id, store.List(static _ => true).Count > 9));
        Assert.Equal(ErrorKind.StoreUnavailable, error.Kind);
        Assert.True(state is null || (error.InnerException as PostgresException)?.SqlState == state, $"{setting}: {error.InnerException}");
        Assert.True(error.RecommendedAction.Contains(remedy), $"{setting}: {error.Message} {error.RecommendedAction}");
        Assert.Equal(mayPass, store.MayPass(error));
        AssertTrue(error.RecommendedAction);
    }

    private static void Check(StoreFault fault, string what, string remedy, bool mayPass)
    {
        Assert.Contains(what, fault.What);
        Assert.Contains(remedy, fault.Remedy);
        Assert.Equal(mayPass, fault.MayPass);
        AssertTrue(fault.Remedy);
    }

    // With another store the same list is sent to everybody again.
    private static void AssertTrue(string remedy)
    {
        Assert.DoesNotContain("give another", remedy, StringComparison.OrdinalIgnoreCase);
        Assert.True(!remedy.Contains("goes on") || remedy.Contains("same store"), remedy);
    }

    private static void Sql(PrivatePostgres server, string sql)
    {
        using var connection = new NpgsqlConnection(server.ConnectionString + ";Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
