using System.Text.Json;
using Chatalo.Emulator;

namespace Chatalo.UnitTests.Emulator;

public sealed class ListTests : IDisposable
{
    private const string Device = $$"""{"device_id":"{{EmulatorServer.ReadyDeviceId}}"}""";
    private readonly EmulatorServer _server = EmulatorServer.Start(new EmulatorOptions { MaxPageSize = 20 });
    private readonly EmulatorClient _client;

    public ListTests() => _client = new EmulatorClient(_server);

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
    }

    [Theory]
    [InlineData("", 1, 15, 3, 15)]
    [InlineData("?page=&limit=", 1, 15, 3, 15)]
    [InlineData("?page=3&limit=15", 3, 15, 3, 12)]
    [InlineData("?page=1&limit=5000", 1, 20, 3, 20)]
    [InlineData("?page=9", 9, 15, 3, 0)]
    [InlineData("?page=-1&limit=0", 1, 15, 3, 15)]
    [InlineData("?limit=1", 1, 1, 42, 1)]
    public async Task APageIsClampedAndSaysSo(string query, int page, int limit, int last, int count)
    {
        var reply = await _client.PostAsync("/contacts" + query, Device);
        Assert.Equal(count, reply.Data.GetArrayLength());
        Assert.Equal((page, 42, limit, last), Read(reply.Pagination, "limit"));
    }

    [Fact]
    public async Task AllPagesTogetherHaveEveryContactOnce()
    {
        var numbers = new List<string>();
        for (var page = 1; page <= 3; page++)
        {
            var reply = await _client.PostAsync($"/contacts?page={page}", Device);
            numbers.AddRange(reply.Data.EnumerateArray().Select(contact => contact.GetProperty("number").GetString()!));
        }

        Assert.Equal(42, numbers.Distinct().Count());
        Assert.Equal(42, numbers.Count);
    }

    [Fact]
    public async Task LogsCallTheLimitPerPage()
    {
        var reply = await _client.GetAsync("/profile/logs?page=2&limit=15");
        Assert.Equal((2, 50, 15, 4), Read(reply.Pagination, "per_page"));
        Assert.False(reply.Pagination.TryGetProperty("limit", out _));
    }

    [Theory]
    [InlineData("action=update%20api+key", 10)]
    [InlineData("ip=172.20.0.1", 17)]
    [InlineData("ip=172.20.0", 0)]
    [InlineData("date_from=2023-07-20%2000:00", 4)]
    [InlineData("date_to=2023-07-19+23:59", 46)]
    [InlineData("date_from=2023-07-20+11:35&date_to=2023-07-20+11:36", 1)]
    [InlineData("date_from=2023-07-20+11:35&date_to=2023-07-20+11:35", 0)]
    [InlineData("date_from=2023-07-19+00:00&date_to=2023-07-19+23:59", 6)]
    public async Task LogsAreFiltered(string query, int total)
    {
        var reply = await _client.GetAsync("/profile/logs?" + query);
        Assert.Equal(total, reply.Pagination.GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("20-07-2023")]
    [InlineData("2023-07-20")]
    [InlineData("2023-07-20T11:35")]
    [InlineData("2023-07-20 11:35:04")]
    [InlineData("2566-07-20 11:35 am")]
    public async Task LogsRefuseAnotherFormatThanTheDocumented(string date)
    {
        var reply = await _client.GetAsync("/profile/logs");
        Assert.Equal("20 Jul 2023, 11:35:04 am", reply.Data[0].GetProperty("date").GetString());
        var refused = await _client.GetAsync("/profile/logs?date_from=" + Uri.EscapeDataString(date));
        Assert.Equal((400, "date_from"), (refused.Status, refused.Json.GetProperty("errors").EnumerateObject().Single().Name));
    }

    [Fact]
    public async Task ParticipantsAreACountInTheListAndPeopleInTheDetail()
    {
        var list = await _client.PostAsync("/groups", Device);
        Assert.Equal((1, 17, 15, 2), Read(list.Pagination, "limit"));
        var first = list.Data[0];
        var detail = await _client.PostAsync(
            "/groups/detail", $$"""{"device_id":"{{EmulatorServer.ReadyDeviceId}}","group_id":"{{first.GetProperty("id").GetString()}}"}""");

        Assert.Equal(first.GetProperty("participants").GetInt32(), detail.Data.GetProperty("participants").GetArrayLength());
        Assert.Equal(first.GetProperty("participants").GetInt32(), detail.Data.GetProperty("size").GetInt32());
        Assert.Equal(JsonValueKind.Number, detail.Data.GetProperty("creation").ValueKind);
        var unknown = await _client.PostAsync("/groups/detail", $$"""{"device_id":"{{EmulatorServer.ReadyDeviceId}}","group_id":"none"}""");
        Assert.Equal((404, "Group not found."), (unknown.Status, unknown.Message));
    }

    private static (int Page, int Total, int Limit, int Last) Read(JsonElement pagination, string limitName) => (
        pagination.GetProperty("current_page").GetInt32(),
        pagination.GetProperty("total").GetInt32(),
        pagination.GetProperty(limitName).GetInt32(),
        pagination.GetProperty("last_page").GetInt32());
}
