using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Commands.Profile;

/// <summary>The account's history: 50 entries of July 2023, 217 minutes apart, the newest first.</summary>
public sealed class GetChataloLogTests : IDisposable
{
    private static readonly DateTimeOffset Newest = new(2023, 7, 20, 11, 35, 4, TimeSpan.FromHours(7));

    private readonly EmulatedSession _chat = new();

    [Fact]
    public void All_entries_stream_with_their_times()
    {
        var run = _chat.Invoke("Get-ChataloLog").Ok();

        Assert.Equal(50, run.Output.Count);
        Assert.All(run.Output, static entry => Assert.Equal("Chatalo.LogEntry", entry.BaseObject.GetType().FullName));
        Assert.Equal(Newest, run.Property("Date")[0]);
        Assert.Equal("172.20.0.1", run.Property("IPAddress")[0]);
    }

    [Fact]
    public void Action_and_address_are_asked_of_the_gateway()
    {
        var run = _chat.Invoke("Get-ChataloLog -Action 'Update API Key' -IPAddress 172.20.0.1").Ok();

        Assert.NotEmpty(run.Output);
        Assert.All(run.Property("Action"), static action => Assert.Equal("Update API Key", action));
        Assert.All(run.Property("IPAddress"), static address => Assert.Equal("172.20.0.1", address));
        Assert.Contains("action=Update%20API%20Key&ip=172.20.0.1", Assert.Single(_chat.Gateway.Requests).Query, StringComparison.Ordinal);
    }

    [Fact]
    public void Times_are_kept_to_the_minute_though_the_gateway_knows_days_only()
    {
        var run = _chat.Invoke(
            "Get-ChataloLog -After $from -Before $to", ("from", Newest.AddMinutes(-217 * 3)), ("to", Newest.AddMinutes(-217).ToUniversalTime())).Ok();

        Assert.Equal(
            [Newest.AddMinutes(-217), Newest.AddMinutes(-217 * 2), Newest.AddMinutes(-217 * 3)], run.Property("Date").Cast<DateTimeOffset>());
    }

    [Fact]
    public void First_and_skip_choose()
    {
        var all = _chat.Invoke("Get-ChataloLog").Ok().Property("Id");

        Assert.Equal(all.Skip(7).Take(5), _chat.Invoke("Get-ChataloLog -Skip 7 -First 5").Ok().Property("Id"));
    }

    [Fact]
    public void The_total_count_comes_first()
    {
        var run = _chat.Invoke("Get-ChataloLog -First 2 -IncludeTotalCount").Ok();

        Assert.Equal(3, run.Output.Count);
        Assert.Equal(50UL, run.Output[0].BaseObject);
    }

    public void Dispose() => _chat.Dispose();
}
