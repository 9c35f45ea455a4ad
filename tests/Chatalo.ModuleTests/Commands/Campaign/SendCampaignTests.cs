using Chatalo.ModuleTests.Campaigns;

namespace Chatalo.ModuleTests.Commands.Campaign;

public sealed class SendCampaignTests : IDisposable
{
    private readonly CampaignBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void The_same_list_again_sends_to_nobody_twice()
    {
        const string Send = "'08121111111', '08122222222', '0812 1111 111', 'no number' | Send-ChataloMessage -Campaign test -Store $store -ErrorAction SilentlyContinue -Message ";

        var first = _bench.Try(Send + "Halo");
        var again = _bench.Try(Send + "Halo");
        var changed = _bench.Try(Send + "Apa");

        Assert.Equal(["Failed", "Sent", "Sent", "Skipped"], first.Outcomes());
        Assert.Equal(["Failed", "Skipped", "Skipped", "Skipped"], again.Outcomes());
        Assert.Contains("another text; the new one was not sent", string.Concat(changed.Property("Reason")));
        Assert.Equal(2, _bench.Arrived);
    }

    [Fact]
    public void WhatIf_leaves_no_trace()
    {
        _bench.Invoke("'08121111111' | Send-ChataloMessage -Message Halo -Campaign test -Store $store -WhatIf");

        Assert.False(File.Exists(_bench.Store));
        Assert.Equal(0, _bench.Arrived);
    }

    [Fact]
    public void Without_its_store_nothing_is_sent()
    {
        File.WriteAllText(_bench.Store, "this is no database, but a file of at least as many characters as a header has: " + new string('x', 200));

        var run = _bench.Try("'08121111111', '08122222222' | Send-ChataloMessage -Message Halo -Campaign test -Store $store");

        Assert.Equal(["Chatalo.StoreUnavailable"], run.ErrorIds);
        Assert.Contains("not a database", run.Describe());
        Assert.Equal(0, _bench.Arrived);
    }

    [Fact]
    public void What_belongs_to_a_campaign_is_refused_without_one()
        => Assert.Equal(["Chatalo.InvalidInput"], _bench.Try("'08121111111' | Send-ChataloMessage -Message Halo -DailyLimit 5").ErrorIds);

    [Fact]
    public async Task Stopped_it_leaves_the_rest_pending_and_goes_on_with_the_same_command()
    {
        const string Send = "1..200 | ForEach-Object { '62812{0:00000000}' -f $_ } | Send-ChataloMessage -Message Halo -Campaign test -Store $store -WarningAction SilentlyContinue";
        using var session = _bench.Connect();

        using (var running = session.InvokeAsync(Send))
        {
            await running.WaitForOutputAsync(5);
            await running.StopAsync();
        }

        Assert.Equal(0, _bench.Count("Sending"));
        Assert.InRange(_bench.Count("Unknown"), 0, 1);
        session.Invoke(Send);
        Assert.Equal(200, _bench.Count("Sent") + _bench.Count("Unknown"));
        Assert.All(_bench.Deliveries(), static d => Assert.Equal(1, d.Value));
    }

    [Fact]
    public async Task Opt_outs_added_while_it_runs_are_honoured_and_survive_the_same_list()
    {
        const string Send = "1..60 | ForEach-Object { '62812{0:00000000}' -f $_ } | Send-ChataloMessage -Message Halo -Campaign test -Store $store";
        using var session = _bench.Connect();

        using var running = session.InvokeAsync(Send);
        await running.WaitForOutputAsync(3);
        _bench.Invoke("51..60 | ForEach-Object { '62812{0:00000000}' -f $_ } | Add-ChataloOptOut -Reason STOP -Store $store");
        (await running.Completion).Ok();

        Assert.Equal((50L, 10L), (_bench.Count("Sent"), _bench.Count("Skipped")));
        Assert.Equal(60, session.Invoke(Send).Ok().Property("Outcome").Count(static o => $"{o}" == "Skipped"));
        Assert.Equal(50, _bench.Arrived);
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Database=d;Username=u;Password=hunter2;Timeout=2", "Chatalo.StoreUnavailable")]
    [InlineData("Username=u;Password=hunter2", "Chatalo.InvalidInput")]
    [InlineData("mysql://u:hunter2@db.example/d", "Chatalo.InvalidInput")]
    public void A_password_is_in_no_output(string store, string error)
    {
        var run = _bench.Try($"'08121111111' | Send-ChataloMessage -Message Halo -Campaign test -Store '{store}' -Verbose -Debug");

        Assert.Equal([error], run.ErrorIds);
        Assert.DoesNotContain("hunter2", string.Concat([run.Describe(), .. run.Verbose, .. run.Debug, .. run.Warnings]));
        Assert.Equal(0, _bench.Arrived);
    }
}
