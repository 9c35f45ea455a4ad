namespace Chatalo.Testing;

/// <summary>A test that needs PostgreSQL: plainly skipped where there is none, unless it is required.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute()
    {
        if (PrivatePostgres.Missing is { } reason && !PrivatePostgres.IsRequired)
        {
            Skip = $"Skipped: {reason}.";
        }
    }
}
