using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.HostProgram;

/// <summary>The host program, run to its end.</summary>
public sealed class HostCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chatalo-").FullName;

    [Fact]
    public async Task A_command_runs_with_the_module_imported()
    {
        var result = await HostProcess.RunAsync(["-Command", "(Get-Module).Name;", "1 + 1"]);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(["Chatalo", "2"], result.Lines);
    }

    [Fact]
    public async Task The_module_can_be_left_out_or_be_elsewhere()
    {
        Assert.Empty((await HostProcess.RunAsync(["-NoModule", "-Command", "(Get-Module Chatalo).Name"])).Lines);

        var missing = await HostProcess.RunAsync(["-Command", "1"], environment: new Dictionary<string, string?> { ["CHATALO_MODULE"] = _folder });
        Assert.Equal(1, missing.ExitCode);
        Assert.Contains("CHATALO_MODULE", missing.Error, StringComparison.Ordinal);

        var named = await HostProcess.RunAsync(["-Command", "(Get-Module).Name"], environment: new Dictionary<string, string?> { ["CHATALO_MODULE"] = BuiltModule.Folder });
        Assert.Equal(["Chatalo"], named.Lines);
    }

    [Theory]
    [InlineData("1", 0)]
    [InlineData("exit 7", 7)]
    [InlineData("throw 'boom'", 1)]
    [InlineData("Get-Nothing", 1)]
    [InlineData("Get-Nothing; 1", 0)]
    [InlineData("if (", 1)]
    public async Task The_exit_code_is_that_of_pwsh(string command, int expected) =>
        Assert.Equal(expected, (await HostProcess.RunAsync(["-NoModule", "-Command", command])).ExitCode);

    [Fact]
    public async Task Errors_go_to_standard_error_and_have_no_colours_there()
    {
        var result = await HostProcess.RunAsync(["-NoModule", "-Command", "'out'; throw 'boom'"]);

        Assert.Equal(["out"], result.Lines);
        Assert.Equal("Exception: boom", result.Error.Trim());
    }

    [Fact]
    public async Task A_script_gets_its_arguments_and_says_the_exit_code()
    {
        var script = Path.Combine(_folder, "it's a script.ps1");
        await File.WriteAllTextAsync(script, "param([string]$Name, [switch]$Force, [int]$Count)\n\"$Name|$Force|$Count|$args|$($PSScriptRoot.Length)\"\nexit 5");

        var result = await HostProcess.RunAsync(["-NoModule", "-File", script, "-Name", "O'Neil $(1)", "-Force:$false", "-3", "-Unknown", "rest"]);

        Assert.Equal(5, result.ExitCode);
        Assert.Equal([$"O'Neil $(1)|False|-3|-Unknown rest|{_folder.Length}"], result.Lines);
    }

    [Fact]
    public async Task A_script_that_is_not_there_is_a_wrong_command_line() =>
        Assert.Equal(64, (await HostProcess.RunAsync(["-NoModule", "-File", Path.Combine(_folder, "none.ps1")])).ExitCode);

    [Fact]
    public async Task An_unknown_option_is_a_wrong_command_line()
    {
        var result = await HostProcess.RunAsync(["-Bogus"]);

        Assert.Equal(64, result.ExitCode);
        Assert.Contains("-Bogus", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_names_every_option()
    {
        var result = await HostProcess.RunAsync(["-Help"]);

        Assert.Equal(0, result.ExitCode);
        Assert.All(["-Command", "-File", "-Interactive", "-NoModule", "-Help", "CHATALO_MODULE"], o => Assert.Contains(o, result.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Prompts_read_redirected_input()
    {
        const string ask = """
            function Ask {
                [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
                param([Parameter(Mandatory)][string[]]$Name, [Parameter(Mandatory)][securestring]$Secret)
                if ($PSCmdlet.ShouldProcess('the target')) { "$Name|$($Secret.Length)|$($Host.UI.ReadLine())" }
            }
            Ask
            """;

        var result = await HostProcess.RunAsync(["-NoModule", "-Command", ask], input: "a\nb\n\nhidden\nwhat?\ny\nlast\n");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal("a b|6|last", result.Lines[^1]);
        Assert.DoesNotContain("hidden", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_prompt_at_the_end_of_input_is_an_error()
    {
        var result = await HostProcess.RunAsync(["-NoModule", "-Command", "$Host.UI.ReadLine()"]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("the input has ended", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_width_of_redirected_output_is_that_of_COLUMNS_else_120()
    {
        const string width = "$Host.UI.RawUI.BufferSize.Width";

        Assert.Equal(["120"], (await HostProcess.RunAsync(["-NoModule", "-Command", width])).Lines);
        Assert.Equal(["77"], (await HostProcess.RunAsync(["-NoModule", "-Command", width], environment: new Dictionary<string, string?> { ["COLUMNS"] = "77" })).Lines);
    }

    [Fact]
    public async Task Redirected_output_has_tables_and_no_escape_sequences_or_progress()
    {
        const string script = """
            & { [CmdletBinding()] param() $PSCmdlet.WriteProgress([System.Management.Automation.ProgressRecord]::new(1, 'act', 'status')); $PSCmdlet.WriteWarning('w') }
            [pscustomobject]@{ Name = 'abc'; Size = 12 }
            """;

        var result = await HostProcess.RunAsync(["-NoModule", "-Command", script]);

        Assert.Equal(["WARNING: w", "Name Size", "---- ----", "abc    12"], result.Lines.Select(static l => l.TrimEnd()).Where(static l => l.Length > 0));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
