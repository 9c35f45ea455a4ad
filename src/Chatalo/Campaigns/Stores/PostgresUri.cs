using System.Data.Common;

namespace Chatalo.Campaigns.Stores;

/// <summary>Reads the addresses that PostgreSQL's own tools take: <c>postgres://user:password@host:5432/database?sslmode=require</c>.</summary>
internal static class PostgresUri
{
    public static bool IsOne(string text)
        => text.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase);

    public static DbConnectionStringBuilder ToConnectionString(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
        {
            throw Unreadable();
        }

        var values = new DbConnectionStringBuilder { ["Host"] = uri.Host };
        if (uri.Port > 0)
        {
            values["Port"] = uri.Port;
        }

        var user = uri.UserInfo.Split([':'], 2);
        Add(values, "Username", user[0]);
        Add(values, "Password", user.Length > 1 ? user[1] : "");
        Add(values, "Database", uri.AbsolutePath.Trim('/'));
        foreach (var pair in uri.Query.TrimStart('?').Split(['&'], StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split(['='], 2);
            Add(values, Key(Uri.UnescapeDataString(parts[0])), parts.Length > 1 ? parts[1] : "");
        }

        return values;
    }

    private static void Add(DbConnectionStringBuilder values, string key, string escaped)
    {
        if (escaped.Length > 0)
        {
            // "verify-full" there is "VerifyFull" here.
            var value = Uri.UnescapeDataString(escaped);
            try
            {
                values[key] = key == "SSL Mode" ? value.Replace("-", "") : value;
            }
            catch (ArgumentException)
            {
                // A name that no setting can have: empty, or with control characters.
                throw Unreadable();
            }
        }
    }

    // It is not repeated: it may hold a password.
    private static ChataloException Unreadable() => new(
        ErrorKind.InvalidInput, "The store's address begins as one of PostgreSQL but cannot be read.",
        "Write postgres://user:password@host:5432/database, special characters in the password as %xx, or Host=…;Database=…;Username=….");

    private static string Key(string name) => name.ToLowerInvariant() switch
    {
        "sslmode" => "SSL Mode",
        "sslrootcert" => "Root Certificate",
        "connect_timeout" => "Timeout",
        "application_name" => "Application Name",
        "host" => "Host",
        _ => name,
    };
}
