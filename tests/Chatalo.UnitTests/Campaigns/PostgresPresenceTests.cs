using Chatalo.Testing;

namespace Chatalo.UnitTests.Campaigns;

/// <summary>Says whether the tests of the stores ran on PostgreSQL too.</summary>
public sealed class PostgresPresenceTests
{
    [PostgresFact]
    public void The_tests_of_the_stores_run_on_PostgreSQL_too() => Assert.Null(PrivatePostgres.Missing);
}
