using System.Data.Common;

namespace Chatalo.Campaigns.Stores;

/// <summary>
/// Which store: a SQLite file or a PostgreSQL database. Never shows a password, whatever it is printed into: it is a class and not a
/// record because a record prints all it has.
/// </summary>
internal sealed class StoreAddress
{
    /// <summary>The environment variable that names the store.</summary>
    public const string Variable = "CHATALO_STORE";

    private static readonly string[] HostKeys = ["Host", "Server"];
    private static readonly string[] FileKeys = ["Data Source", "DataSource", "Filename"];

    private readonly string _shown;

    private StoreAddress(string connectionString, string? file, string shown) => (ConnectionString, File, _shown) = (connectionString, file, shown);

    public string ConnectionString { get; }

    /// <summary>The SQLite file; null for PostgreSQL.</summary>
    public string? File { get; }

    public bool IsPostgres => File is null;

    /// <summary>Finds the store: what is given, else what the environment says, else the user's own file.</summary>
    /// <param name="given">A path, a connection string, or a postgres:// address.</param>
    /// <param name="resolvePath">Makes a path full.</param>
    public static StoreAddress Find(string? given, Func<string, string> resolvePath)
        => Configured(given, resolvePath) ?? OfFile(DefaultStore.Path());

    /// <summary>The store that is given or that the environment names; null when there is neither.</summary>
    public static StoreAddress? Configured(string? given, Func<string, string> resolvePath)
    {
        var text = string.IsNullOrWhiteSpace(given) ? Environment.GetEnvironmentVariable(Variable) : given;
        return string.IsNullOrWhiteSpace(text) ? null : Parse(text!.Trim(), resolvePath);
    }

    /// <exception cref="ChataloException">It is no address of a store. The message does not repeat it: it may hold a password.</exception>
    public static StoreAddress Parse(string text, Func<string, string> resolvePath)
        // No file, host or password holds one, and the connection strings of ADO.NET cannot.
        => text.IndexOf('\0') < 0 && text.IndexOf("%00", StringComparison.Ordinal) < 0
            ? ParseText(text, resolvePath)
            : throw new ChataloException(ErrorKind.InvalidInput, "The store's address holds a null character.", "Write it without.");

    public override string ToString() => _shown;

    private static StoreAddress ParseText(string text, Func<string, string> resolvePath)
    {
        if (PostgresUri.IsOne(text))
        {
            return OfPostgres(PostgresUri.ToConnectionString(text));
        }

        var values = Read(text);
        if (Value(values, HostKeys) is not null)
        {
            return OfPostgres(values!);
        }

        if (Value(values, FileKeys) is { } file)
        {
            var full = file == ":memory:" ? file : resolvePath(file);
            foreach (var key in FileKeys)
            {
                values!.Remove(key);
            }

            values!["Data Source"] = full;
            return new StoreAddress(values.ConnectionString, full, full);
        }

        return LooksLikeSecret(text)
            ? throw new ChataloException(
                ErrorKind.InvalidInput, "The store's address is neither a path nor one of PostgreSQL.",
                "Give a path, Host=…;Database=…;Username=…;Password=…, or postgres://user:password@host/database.")
            : OfFile(resolvePath(text));
    }

    private static StoreAddress OfFile(string path)
        => new(new DbConnectionStringBuilder { ["Data Source"] = path }.ConnectionString, path, path);

    private static StoreAddress OfPostgres(DbConnectionStringBuilder values)
    {
        var host = Value(values, HostKeys);
        var port = Value(values, ["Port"]) ?? "5432";
        var database = Value(values, ["Database", "DB"]) ?? Value(values, ["Username", "User Id", "User"]);
        return new StoreAddress(values.ConnectionString, null, $"PostgreSQL {host}:{port}/{database}");
    }

    // A path may hold an equals sign too: only known keys make a connection string of it.
    private static DbConnectionStringBuilder? Read(string text)
    {
        try
        {
            return text.IndexOf('=') > 0 ? new DbConnectionStringBuilder { ConnectionString = text } : null;
        }
        catch (ArgumentException)
        {
            return LooksLikeConnectionString(text)
                ? throw new ChataloException(
                    ErrorKind.InvalidInput, "The store's connection string cannot be read.", "Put values that hold a semicolon or a quotation mark in quotes: Password='…'.")
                : null;
        }
    }

    // Then it may hold a password and must not be shown, as a path would be.
    private static bool LooksLikeConnectionString(string text)
        => text.Split(';').Any(static part => part.Split('=')[0].Trim().ToLowerInvariant() is "host" or "server" or "password" or "pwd" or "data source");

    // As LooksLikeConnectionString, and addresses of other programs: a path of these would be shown with its password.
    private static bool LooksLikeSecret(string text)
        => LooksLikeConnectionString(text) || (text.Contains("://") && !text.StartsWith("file:", StringComparison.OrdinalIgnoreCase));

    private static string? Value(DbConnectionStringBuilder? values, string[] keys)
    {
        foreach (var key in keys)
        {
            if (values is not null && values.TryGetValue(key, out var value) && value?.ToString() is { Length: > 0 } text)
            {
                return text;
            }
        }

        return null;
    }
}
