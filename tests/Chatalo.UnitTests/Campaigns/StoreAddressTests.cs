using Chatalo.Campaigns.Stores;

namespace Chatalo.UnitTests.Campaigns;

/// <summary>Which store an address means, and that it never shows a password.</summary>
public sealed class StoreAddressTests
{
    [Theory]
    [InlineData("campaigns.db", "/at/campaigns.db")]
    [InlineData("a=b/campaigns.db", "/at/a=b/campaigns.db")]
    [InlineData("Data Source=campaigns.db;Mode=ReadOnly", "/at/campaigns.db")]
    [InlineData("datasource=campaigns.db", "/at/campaigns.db")]
    public void A_file_is_SQLite(string text, string file)
    {
        var address = StoreAddress.Parse(text, static p => "/at/" + p);

        Assert.False(address.IsPostgres);
        Assert.Equal(file, address.File);
        Assert.Equal(file, address.ToString());
    }

    [Theory]
    [InlineData("Host=db.example;Database=chatalo;Username=bot;Password=pass", "db.example:5432/chatalo")]
    [InlineData("server=db.example;port=6000;user id=bot;password='p=a;ss'", "db.example:6000/bot")]
    [InlineData("postgres://bot:p%40ss@db.example:6000/chatalo?sslmode=verify-full", "db.example:6000/chatalo")]
    [InlineData("postgresql://db.example/chatalo", "db.example:5432/chatalo")]
    public void A_host_is_PostgreSQL(string text, string shown)
    {
        var address = StoreAddress.Parse(text, static p => p);

        Assert.True(address.IsPostgres);
        Assert.Equal("PostgreSQL " + shown, address.ToString());
    }

    [Fact]
    public void An_address_of_PostgreSQL_is_taken_apart_and_unescaped()
    {
        var address = StoreAddress.Parse("postgres://bot:p%3Bss@db.example/chatalo?sslmode=verify-full", static p => p);
        var options = new Npgsql.NpgsqlConnectionStringBuilder(address.ConnectionString);

        Assert.Equal(("bot", "p;ss", "db.example", "chatalo"), (options.Username, options.Password, options.Host, options.Database));
        Assert.Equal(Npgsql.SslMode.VerifyFull, options.SslMode);
    }

    [Theory]
    [InlineData("postgres://bot:hunter2@:x/")]
    [InlineData("Host=db.example;Password=hun;hunter2")]
    [InlineData("Username=bot;Password=hunter2;Port=6000")]
    [InlineData("Host=;Password=hunter2")]
    [InlineData("jdbc:postgresql://db.example/chatalo?user=bot&password=hunter2")]
    [InlineData("mysql://bot:hunter2@db.example/chatalo")]
    [InlineData("Hots=db.example;Database=chatalo;Password=hunter2")]
    [InlineData("pwd=hunter2")]
    [InlineData("postgres://bot:hunter2@db.example/chatalo?host=\0x")]
    [InlineData("postgres://bot:hunter2@db.example/cha%00talo")]
    [InlineData("hunter2\0.db")]
    [InlineData("postgres://bot:hunter2@db.example/chatalo?=hunter2")]
    [InlineData("postgres://bot:hunter2@db.example/chatalo?%0D=x")]
    public void An_address_that_cannot_be_read_is_not_repeated(string text)
    {
        var error = Assert.Throws<ChataloException>(() => StoreAddress.Parse(text, static p => p));
        Assert.DoesNotContain("hunter2", error.ToString());
    }
}
