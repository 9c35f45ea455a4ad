namespace Chatalo.UnitTests.Campaigns;

/// <summary>The stores that every rule is tested on.</summary>
public enum StoreKind
{
    Sqlite,
    Postgres,
}
