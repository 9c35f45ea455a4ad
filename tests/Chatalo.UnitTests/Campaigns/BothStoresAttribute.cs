using System.Reflection;
using Chatalo.Testing;
using Xunit.Sdk;

namespace Chatalo.UnitTests.Campaigns;

/// <summary>Runs a theory on both stores. Where there is no PostgreSQL, <see cref="PostgresPresenceTests"/> says that its half did not run.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BothStoresAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod)
    {
        yield return [StoreKind.Sqlite];
        if (PrivatePostgres.Missing is null)
        {
            yield return [StoreKind.Postgres];
        }
    }
}
