using System.Diagnostics;
using System.Management.Automation;
using Chatalo.Emulator;
using Chatalo.ModuleTests.Campaigns;
using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Completion;

/// <summary>The Tab key, through the engine's own TabExpansion2.</summary>
public sealed class CompletionTests : IDisposable
{
    private readonly EmulatedSession _chat = new();

    [Fact]
    public void A_device_with_a_space_and_an_apostrophe_is_quoted_so_that_the_line_runs()
    {
        _chat.Invoke("New-ChataloDevice -Name \"Budi's phone\" -Number 081234567890").Ok();

        var match = Assert.Single(Complete("Send-ChataloMessage -Device Bud"), m => m.ListItemText.Contains("Budi", StringComparison.Ordinal));

        Assert.Equal("'Budi''s phone'", match.CompletionText);
        Assert.Contains("Budi's phone", match.ToolTip, StringComparison.Ordinal);
        Assert.Equal("Budi's phone", _chat.Invoke($"(Get-ChataloDevice -Name {match.CompletionText}).Name").Single().BaseObject);
    }

    [Fact]
    public void Devices_are_listed_for_an_empty_word()
        => Assert.True(Complete("Send-ChataloMessage -Device ").Count >= 2);

    [Theory]
    [InlineData("Get-ChataloDevice -Status AUTH", "AUTHENTICATED")]
    [InlineData("Connect-Chatalo -DefaultRegion SG", "SG")]
    [InlineData("Get-ChataloDelivery nov -Status Unk", "Unknown")]
    public void What_is_known_without_the_gateway_completes(string line, string expected)
        => Assert.Contains(expected, Complete(line).Select(m => m.CompletionText.Trim('\'')));

    [Fact]
    public void A_devices_status_says_what_it_means()
    {
        var matches = Complete("Get-ChataloDevice -Status ");

        Assert.Equal(5, matches.Count);
        Assert.All(matches, static m => Assert.StartsWith($"{m.CompletionText}: ", m.ToolTip, StringComparison.Ordinal));
        Assert.Equal(5, matches.Select(static m => m.ToolTip.Split(": ", 2)[1]).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Groups_complete_by_name_and_by_id()
    {
        var group = _chat.Invoke("Get-ChataloGroup | Select-FirstObject -First 1").Single();
        var name = (string)group.Properties["Name"].Value;
        var id = (string)group.Properties["GroupId"].Value;

        Assert.Contains(Complete($"Get-ChataloGroup -Name '{name[..2]}"), m => m.ListItemText == name);
        Assert.Contains(Complete("Send-ChataloMessage -GroupId "), m => m.CompletionText.Contains(id, StringComparison.Ordinal) && m.ToolTip.Contains(name, StringComparison.Ordinal));
    }

    [Fact]
    public void A_silent_gateway_does_not_hold_the_prompt()
    {
        _chat.Fault(new FaultRule { Kind = FaultKind.Delay, DelayMs = 20_000 });
        var watch = Stopwatch.StartNew();

        Assert.Empty(Complete("Send-ChataloMessage -Device "));

        // Half a second is what is promised; this machine may be busy, but not for as long as the gateway is.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed}");
    }

    [Fact]
    public void Without_a_session_there_is_nothing_and_no_error()
    {
        using var session = new ModuleSession();

        var run = session.Invoke("$line = 'Send-ChataloMessage -Device '; (TabExpansion2 -inputScript $line -cursorColumn $line.Length).CompletionMatches | Where-Object ResultType -EQ ParameterValue");

        Assert.Empty(run.Ok().Output);
    }

    [Fact]
    public void Campaigns_complete_by_name_and_say_how_far_they_are()
    {
        using var bench = new CampaignBench();
        bench.Invoke("'081234567890', '081234567891' | Send-ChataloMessage -Message Halo -Campaign nov -Store $store");

        var match = bench.Invoke("$line = \"Get-ChataloDelivery -Store '$store' -Campaign n\"; (TabExpansion2 -inputScript $line -cursorColumn $line.Length).CompletionMatches").Single();

        Assert.Equal("nov", match.Properties["CompletionText"].Value);
        Assert.Contains("2 of 2 sent", (string)match.Properties["ToolTip"].Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_that_is_not_there_is_not_made_by_asking()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".db");

        Assert.Empty(Complete($"Suspend-ChataloCampaign -Store '{path}' -Name "));

        Assert.False(File.Exists(path));
    }

    public void Dispose() => _chat.Dispose();

    private List<CompletionResult> Complete(string line) => _chat
        .Invoke("(TabExpansion2 -inputScript $line -cursorColumn $line.Length).CompletionMatches | Where-Object ResultType -EQ ParameterValue", ("line", line))
        .Ok().Output.Select(o => (CompletionResult)o.BaseObject).ToList();
}
