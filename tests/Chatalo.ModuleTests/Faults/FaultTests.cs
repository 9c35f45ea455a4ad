using System.Management.Automation;
using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Faults;

/// <summary>
/// Every cmdlet that calls the gateway against every way to misbehave: each ends, in the outcome of the design's table, says one thing
/// to the user, shows no key, and asks nothing twice that may have been done.
/// </summary>
public sealed class FaultTests(RoguePrompts prompts) : IClassFixture<RoguePrompts>
{
    public static TheoryData<string> Names => new([.. FaultTable.All.Select(static fault => fault.Name)]);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Each_cmdlet_ends_in_the_right_outcome(string name)
    {
        var fault = FaultTable.Named(name);

        var mayNotLeave = fault.SendsAgain || !fault.ReadsRequest || fault.PausesCampaign;
        var wrong = await Task.WhenAll(prompts.All.Where(prompt => !(prompt.Cmdlet.IsCampaign && mayNotLeave)).Select(async prompt => (prompt.Cmdlet, Problems: Judge(prompt, fault, await prompt.RunAsync(fault)))));

        var report = string.Join('\n', wrong.Where(static w => w.Problems.Count > 0).Select(static w => $"{w.Cmdlet}: {string.Join("; ", w.Problems)}"));
        Assert.True(report.Length == 0, report);
    }

    [Fact]
    public void Every_exported_cmdlet_is_driven_or_asks_nothing_of_the_gateway()
    {
        using var session = new ModuleSession();
        var exported = session.Invoke("(Get-Module Chatalo).ExportedCmdlets.Keys").Ok().Values<string>();
        var driven = CallingCmdlet.All.Select(static cmdlet => cmdlet.Name).Distinct();

        Assert.Equal(exported.Order(StringComparer.Ordinal), driven.Concat(CallingCmdlet.Silent).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_cmdlet_with_a_client_is_said_to_be_silent()
    {
        using var session = new ModuleSession();
        var withSession = session.Invoke("Get-Command -Module Chatalo | Where-Object { $_.Parameters.ContainsKey('Session') } | ForEach-Object Name").Ok().Values<string>();

        Assert.Empty(withSession.Intersect(CallingCmdlet.Silent).Except(["Get-ChataloSession", "Disconnect-Chatalo"]));
    }

    private static List<string> Judge(RoguePrompt prompt, Fault fault, Run run)
    {
        var cmdlet = prompt.Cmdlet;
        var problems = new List<string>();
        void Check(bool holds, string problem)
        {
            if (!holds)
            {
                problems.Add(problem);
            }
        }

        string[] wanted = (fault.Error, cmdlet.Kind) switch
        {
            (null, _) => [],
            (_, CallKind.Send) => [.. fault.Outcomes.Select(outcome => outcome == "Unknown" ? "OutcomeUnknown" : fault.Error)],
            _ => [fault.Error],
        };
        var ids = run.ErrorIds;
        Check(
            wanted.Length == 0 ? ids.Count == 0 : ids.Count == 1 && wanted.Contains(ids[0]["Chatalo.".Length..]),
            $"errors [{string.Join(", ", ids)}] instead of [{string.Join(" or ", wanted)}] ({run.Describe()})");
        if (cmdlet.GivesOutcome)
        {
            var outcomes = run.Output.Select(static o => o.Properties["Outcome"].Value.ToString()).ToArray();
            Check(outcomes.Length == 1 && fault.Outcomes.Contains(outcomes[0]), $"outcomes [{string.Join(", ", outcomes)}] instead of [{string.Join(" or ", fault.Outcomes)}]");
        }
        else
        {
            Check(fault.Error is null || run.Output.Count == 0, $"{run.Output.Count} objects in spite of the failure");
        }

        var most = fault.SendsAgain || (fault.ReadsAgain && cmdlet.Kind == CallKind.Read) ? 2 : 1;
        var least = fault is { Answer: null } or { ReadsRequest: false } ? 0 : fault.Error is null ? 1 : most;
        most = cmdlet.Kind == CallKind.Read ? most * fault.TriesOfDotNet : most;
        // Waiting for a device is two reads, when all goes well.
        most = fault.Error is null && cmdlet.Name == "Wait-ChataloDevice" ? 2 : most;
        Check(prompt.Server.Requests >= least && prompt.Server.Requests <= most, $"{prompt.Server.Requests} requests instead of {least} to {most}");
        Check(prompt.Server.VisitsElsewhere == 0, "another host was called");
        Check(!Shown(run).Any(static text => text.Contains(RoguePrompt.SecretKey, StringComparison.OrdinalIgnoreCase)), "the secret key is shown");
        Check(run.Errors.Append(run.TerminatingError).OfType<ErrorRecord>().All(static e => e.ErrorDetails?.RecommendedAction is { Length: > 0 }), "no action is recommended");
        return problems;
    }

    private static IEnumerable<string> Shown(Run run) =>
        [run.Describe(), .. run.Output.Cast<object>().Concat((IEnumerable<object>)run.Warnings).Select(static o => $"{o}"), .. run.Errors.Select(static e => $"{e.Exception}")];
}
