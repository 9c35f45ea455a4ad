using System.Management.Automation;

namespace Chatalo.ModuleTests.Engine;

/// <summary>The base itself: tests of cmdlets are worth what it is worth.</summary>
public sealed class ModuleSessionTests : IDisposable
{
    private const string Speaker = """
        function Speak {
            [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')] param()
            $PSCmdlet.WriteWarning('w'); $PSCmdlet.WriteVerbose('v'); $PSCmdlet.WriteDebug('d')
            $PSCmdlet.WriteProgress([System.Management.Automation.ProgressRecord]::new(1, 'act', 'status'))
            $PSCmdlet.WriteError([System.Management.Automation.ErrorRecord]::new([Exception]::new('bad'), 'Some.Id', 'NotSpecified', 5))
            if ($PSCmdlet.ShouldProcess('the target', 'the action')) { 'done' }
        }
        """;

    private readonly ModuleSession _session = new(import: false);

    [Fact]
    public void Every_stream_is_kept_apart()
    {
        var run = _session.Invoke(Speaker + "\n$DebugPreference = 'Continue'; Speak -Verbose -Confirm:$false");

        Assert.Equal(["done"], run.Values<string>());
        Assert.Equal(["w"], run.Warnings);
        Assert.Equal(["v"], run.Verbose.Where(static v => v.Length == 1));
        Assert.Equal(["d"], run.Debug);
        Assert.Equal("status", Assert.Single(run.Progress).StatusDescription);
        Assert.Equal(["Some.Id"], run.ErrorIds);
        Assert.True(run.HadErrors);
        Assert.Null(run.Exception);
        Assert.Throws<InvalidOperationException>(() => run.Ok());
    }

    [Fact]
    public void A_terminating_error_is_kept_with_the_output_before_it()
    {
        var run = _session.Invoke(Speaker + "\n'before'; Speak -ErrorAction Stop");

        Assert.Equal(["before"], run.Values<string>());
        Assert.Equal("Some.Id", Assert.IsAssignableFrom<RuntimeException>(run.Exception).ErrorRecord.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Equal(["Some.Id"], run.ErrorIds);
    }

    [Theory]
    [InlineData("y", 1)]
    [InlineData("No", 0)]
    public void A_confirmation_is_answered_from_the_queue(string answer, int written)
    {
        _session.Host.Answers.Enqueue(answer);

        var run = _session.Invoke(Speaker + "\nSpeak");

        Assert.Equal(written, run.Output.Count);
        Assert.Contains("the target", Assert.Single(_session.Host.Questions), StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_nobody_answers_is_an_error()
    {
        var run = _session.Invoke("function Ask { param([Parameter(Mandatory)] $Name) $Name }; Ask");

        Assert.Equal(["MissingMandatoryParameter"], run.ErrorIds);
        Assert.Equal(["Name"], _session.Host.Questions);
    }

    [Fact]
    public void Objects_are_piped_in_one_by_one_and_only_as_many_as_are_taken()
    {
        var taken = 0;

        var run = _session.Pipe(Enumerable.Range(1, 100).Select(i => taken = i), "ForEach-Object { $_ * $factor } | Select-FirstObject -First 3", ("factor", 10));

        Assert.Equal([10, 20, 30], run.Ok().Values<int>());
        Assert.InRange(taken, 3, 4);
    }

    [Fact]
    public void What_is_behind_the_early_end_still_runs_to_its_own_end()
    {
        var run = _session.Invoke("1..9 | Select-FirstObject -First 2 | Measure-Item; 'next'");

        Assert.Equal(["2", "next"], run.Ok().Output.Select(static o => o.ToString()));
    }

    [Fact]
    public async Task A_running_script_is_watched_and_stopped()
    {
        using var running = _session.InvokeAsync("'started'; Start-Delay -Milliseconds 600000; 'never'");
        await running.WaitForOutputAsync(1);

        var took = await running.StopAsync();

        var run = await running.Completion;
        Assert.IsType<PipelineStoppedException>(run.Exception);
        Assert.Equal(["started"], run.Values<string>());
        Assert.True(took < TimeSpan.FromMinutes(5), "The delay was waited for instead of stopped.");
    }

    [Fact]
    public void Text_is_what_the_screen_shows_at_its_width()
    {
        Assert.Equal("Name Size\n---- ----\nabc    12", _session.Text("[pscustomobject]@{ Name = 'abc'; Size = 12 }"));
        Assert.All(_session.Text("[pscustomobject]@{ Name = 'x' * 100; Size = 12 }", width: 40).Split('\n'), static line => Assert.InRange(line.Length, 1, 40));
        Assert.Contains("Get-Nothing:", _session.Text("Get-Nothing"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_property_is_read_from_every_object() =>
        Assert.Equal([1, 2], _session.Invoke("1, 2 | ForEach-Object { [pscustomobject]@{ N = $_ } }").Property("N"));

    [Fact]
    public void Objects_become_the_xml_of_an_export() =>
        Assert.Contains("<I32 N=\"N\">7</I32>", _session.Invoke("[pscustomobject]@{ N = 7 } | ConvertTo-CliXmlText").Single().ToString(), StringComparison.Ordinal);

    public void Dispose() => _session.Dispose();
}
