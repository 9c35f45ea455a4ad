namespace Chatalo.ModuleTests.HostProgram;

/// <summary>The prompt of the host program, and Ctrl+C.</summary>
public sealed class HostInteractiveTests
{
    private const string Forever = "'begun'; while ($true) { }";

    [Fact]
    public async Task Statements_are_run_as_they_are_complete()
    {
        var result = await HostProcess.RunAsync(["-NoModule", "-Interactive"], input: "$a = 20\nif ($true) {\n$a + 1\n}\nGet-Nothing\n\"ok: $?\"\nexit 4\n'not reached'\n");

        Assert.Equal(4, result.ExitCode);
        Assert.Contains("PS chatalo> >> >> 21", result.Output, StringComparison.Ordinal);
        Assert.Contains("ok: False", result.Output, StringComparison.Ordinal);
        Assert.Contains("Get-Nothing", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("not reached", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_end_of_input_ends_the_prompt() =>
        Assert.Equal(0, (await HostProcess.RunAsync(["-NoModule", "-Interactive"], input: "1")).ExitCode);

    [Fact]
    public async Task An_empty_line_gets_out_of_a_forgotten_brace()
    {
        var result = await HostProcess.RunAsync(["-NoModule", "-Interactive"], input: "if ($true) {\n\n'on'\n");

        Assert.Contains("PS chatalo> on", result.Output, StringComparison.Ordinal);
        Assert.NotEmpty(result.Error);
    }

    [UnixFact]
    public async Task Ctrl_C_stops_the_command_and_the_prompt_goes_on()
    {
        using var host = HostProcess.Start("-NoModule", "-Interactive");
        await host.TypeAsync(Forever);
        await host.WaitForAsync("begun");

        host.Interrupt();
        await host.TypeAsync("'still ' + 'here'");
        await host.WaitForAsync("still here\nPS chatalo> ");

        // Nothing runs now: only a new line comes.
        host.Interrupt();
        await host.WaitForAsync("PS chatalo> \nPS chatalo> ");
        await host.TypeAsync("'and ' + 'here'");
        Assert.Contains("and here", (await host.EndAsync()).Output, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task Ctrl_C_stops_a_question()
    {
        using var host = HostProcess.Start("-NoModule", "-Interactive");
        await host.TypeAsync("'asking'; $Host.UI.ReadLine(); 'not ' + 'reached'");
        await host.WaitForAsync("asking");

        host.Interrupt();
        await host.WaitForAsync("asking\n\nPS chatalo> ");
        await host.TypeAsync("'still ' + 'here'");

        var result = await host.EndAsync();
        Assert.Contains("still here", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("not reached", result.Output, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task Ctrl_C_ends_a_command_line_with_130()
    {
        using var host = HostProcess.Start("-NoModule", "-Command", Forever + "; 'not reached'");
        await host.WaitForAsync("begun");

        host.Interrupt();

        var result = await host.EndAsync();
        Assert.Equal((130, ""), (result.ExitCode, result.Error));
        Assert.Equal(["begun"], result.Lines);
    }
}
