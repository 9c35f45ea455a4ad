using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Campaigns;

/// <summary>Campaigns as their user sees them.</summary>
public sealed class CampaignCmdletTests : IDisposable
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

        Assert.Equal(["Failed", "Sent", "Sent", "Skipped"], Outcomes(first));
        Assert.Equal(["Failed", "Skipped", "Skipped", "Skipped"], Outcomes(again));
        Assert.Contains("another text; the new one was not sent", string.Concat(changed.Property("Reason")));
        Assert.Equal(2, _bench.Arrived);
    }

    [Fact]
    public void Results_carry_their_inputs_and_the_campaign_its_counts()
    {
        var run = _bench.Invoke(
            "[pscustomobject]@{ Number = '08121111111'; Nama = 'Ani' } | Send-ChataloMessage -Template 'Halo {Nama}' -Campaign test -Store $store -Interval 5-10 -DailyLimit 500 -Between 00:00-24:00 -MaxFailures 3");

        Assert.Equal("Ani", run.Single().Properties["InputObject"].Value is System.Management.Automation.PSObject input ? input.Properties["Nama"].Value : null);
        var shown = _bench.Invoke("Get-ChataloCampaign TE* -Store $store").Single();
        Assert.Equal((1L, "5-10", 500, "00:00-24:00", 3), (
            (long)shown.Properties["Sent"].Value, (string)shown.Properties["Interval"].Value, (int)shown.Properties["DailyLimit"].Value,
            (string)shown.Properties["Between"].Value, (int)shown.Properties["MaxFailures"].Value));
        Assert.Equal("Halo Ani", _bench.Invoke("Get-ChataloCampaign -Store $store | Get-ChataloDelivery -Store $store -Status Sent").Single().Properties["Message"].Value);
        Assert.Equal("Sent", $"{_bench.Invoke("Get-ChataloDelivery test -Number 0812-1111-111 -Store $store").Single().Properties["Status"].Value}");
        Assert.Empty(_bench.Invoke("Get-ChataloDelivery test -Status Failed, Unknown -Store $store").Output);
    }

    [Fact]
    public void A_paused_campaign_records_and_Resume_sends_without_the_list()
    {
        _bench.Invoke("'08121111111' | Send-ChataloMessage -Message Halo -Campaign test -Store $store");
        _bench.Invoke("Suspend-ChataloCampaign test -Reason lunch -Store $store");

        var recorded = _bench.Invoke("'08122222222' | Send-ChataloMessage -Message Halo -Campaign test -Store $store");
        Assert.Contains("paused (lunch)", (string)recorded.Single().Properties["Reason"].Value);
        Assert.Contains(recorded.Warnings, static w => w.Contains("1 messages pending", StringComparison.Ordinal));
        Assert.Equal(1, _bench.Arrived);

        Assert.Equal("628122222222", _bench.Invoke("Get-ChataloCampaign -Store $store | Resume-ChataloCampaign -Store $store").Single().Properties["Number"].Value);
        Assert.Equal(2, _bench.Count("Sent"));
    }

    [Fact]
    public void Failed_messages_are_sent_again_only_when_asked()
    {
        _bench.Invoke("Set-ChataloEmulatorFault Status -StatusCode 400 -Count 1");
        Assert.Equal(["Failed"], Outcomes(_bench.Try("'08121111111' | Send-ChataloMessage -Message Halo -Campaign test -Store $store")));

        Assert.Empty(_bench.Invoke("Resume-ChataloCampaign test -Store $store").Output);
        Assert.Equal(["Sent"], Outcomes(_bench.Invoke("Resume-ChataloCampaign test -RetryFailed -Store $store")));
    }

    [Fact]
    public void A_lost_answer_is_unknown_and_sent_again_only_when_asked()
    {
        _bench.Invoke("Set-ChataloEmulatorFault ResetAfter -Count 1");
        Assert.Equal(["Unknown"], Outcomes(_bench.Try("'08121111111' | Send-ChataloMessage -Message Halo -Campaign test -Store $store")));

        Assert.Equal(["Skipped"], Outcomes(_bench.Invoke("'08121111111' | Send-ChataloMessage -Message Halo -Campaign test -Store $store")));
        Assert.Empty(_bench.Invoke("Resume-ChataloCampaign test -Store $store").Output);
        Assert.Equal(["Sent"], Outcomes(_bench.Invoke("Resume-ChataloCampaign test -RetryUnknown -Store $store")));
    }

    [Fact]
    public void Opt_outs_hold_for_campaigns_and_for_plain_messages_where_a_store_is_named()
    {
        var added = _bench.Invoke("[pscustomobject]@{ Number = '0812-1111-111'; Reason = 'STOP' }, '08123333333' | Add-ChataloOptOut -Store $store");
        Assert.Equal(["628121111111", "628123333333"], added.Property("Number"));

        Assert.Equal(["Sent", "Skipped"], Outcomes(_bench.Invoke("'08121111111', '08122222222' | Send-ChataloMessage -Message Halo -Campaign test -Store $store")));
        Assert.Equal(["Skipped"], Outcomes(_bench.Invoke("'08121111111' | Send-ChataloMessage -Message Halo -Store $store")));
        Assert.Equal("STOP", _bench.Invoke("Get-ChataloOptOut 08121111111 -Store $store").Single().Properties["Reason"].Value);

        _bench.Invoke("'08121111111' | Remove-ChataloOptOut -Store $store -Confirm:$false");
        Assert.Equal(["Sent"], Outcomes(_bench.Invoke("'08121111111' | Send-ChataloMessage -Message Halo -Campaign test -Store $store")));
        Assert.Equal(["628123333333"], _bench.Invoke("Get-ChataloOptOut -Store $store").Property("Number"));
        Assert.Equal(["Chatalo.NotFound"], _bench.Try("Remove-ChataloOptOut 08129999999 -Store $store -Confirm:$false").ErrorIds);
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
        Assert.Contains("no database", run.Describe());
        Assert.Equal(0, _bench.Arrived);
    }

    [Fact]
    public void What_belongs_to_a_campaign_is_refused_without_one()
        => Assert.Equal(["Chatalo.InvalidInput"], _bench.Try("'08121111111' | Send-ChataloMessage -Message Halo -DailyLimit 5").ErrorIds);

    [Fact]
    public void A_campaign_that_is_not_there_is_not_found()
        => Assert.Equal(["Chatalo.NotFound", "Chatalo.NotFound", "Chatalo.NotFound"],
            _bench.Try("Get-ChataloCampaign none -Store $store; Resume-ChataloCampaign none -Store $store; Get-ChataloDelivery none -Store $store").ErrorIds);

    [Fact]
    public void A_campaign_is_removed_after_a_question()
    {
        _bench.Invoke("'08121111111' | Send-ChataloMessage -Message Halo -Campaign test -Store $store");
        _bench.Invoke("Remove-ChataloCampaign test -Store $store -Confirm:$false");

        Assert.Empty(_bench.Invoke("Get-ChataloCampaign -Store $store").Output);
    }

    [Fact]
    public async Task Stopped_it_leaves_the_rest_pending_and_goes_on_with_the_same_command()
    {
        const string Send = "1..200 | ForEach-Object { '62812{0:00000000}' -f $_ } | Send-ChataloMessage -Message Halo -Campaign test -Store $store -WarningAction SilentlyContinue";
        using var session = new ModuleSession();
        session.Invoke(
            "Connect-Chatalo -PublicKey EMULATOR-PUBLIC-KEY -SecretKey EMULATOR-SECRET-KEY -BaseUri $uri -Device $device",
            ("uri", _bench.Invoke("$emulator.BaseUri.ToString()").Single().BaseObject), ("device", CampaignBench.Device), ("store", _bench.Store)).Ok();

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

    private static IEnumerable<string> Outcomes(Run run) => run.Property("Outcome").Select(static o => $"{o}").Order(StringComparer.Ordinal);
}
