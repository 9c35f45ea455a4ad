using Chatalo.Campaigns.Stores;
using Chatalo.Testing;
using Npgsql;

namespace Chatalo.UnitTests.Campaigns;

/// <summary>
/// A store that the build of commit 5737c8e made (schema version 1), copied for one test: a campaign with every status, an opt-out, a group and a pace,
/// and four campaigns whose names look odd.
/// </summary>
internal sealed class OldStore : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chatalo-old-").FullName;

    public OldStore(StoreKind kind) => Address = StoreAddress.Parse(kind == StoreKind.Sqlite ? CopyFile() : FillSchema(), static p => p);

    public StoreAddress Address { get; }

    /// <summary>Changes it as a program of that time did, before anybody opens it.</summary>
    public void Execute(params string[] statements)
    {
        using System.Data.Common.DbConnection connection = Address.IsPostgres
            ? new NpgsqlConnection(Address.ConnectionString + ";Pooling=false")
            : new Microsoft.Data.Sqlite.SqliteConnection(Address.ConnectionString + ";Pooling=false");
        connection.Open();
        foreach (var statement in statements)
        {
            using var command = connection.CreateCommand();
            command.CommandText = statement;
            command.ExecuteNonQuery();
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Asset(string name) => Path.Combine(AppContext.BaseDirectory, "Assets", name);

    private string CopyFile()
    {
        var file = Path.Combine(_folder, "campaigns.db");
        File.Copy(Asset("store-v1.db"), file);
        return file;
    }

    private static string FillSchema()
    {
        var schema = "old" + Guid.NewGuid().ToString("N");
        using var connection = new NpgsqlConnection(PrivatePostgres.Shared.ConnectionString + ";Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand($"CREATE SCHEMA {schema}; {File.ReadAllText(Asset("store-v1.sql")).Replace("public.", schema + ".")}", connection);
        command.ExecuteNonQuery();
        return $"{PrivatePostgres.Shared.ConnectionString};Search Path={schema}";
    }
}
