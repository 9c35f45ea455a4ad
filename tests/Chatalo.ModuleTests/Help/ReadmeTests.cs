using System.Diagnostics;
using System.Text.RegularExpressions;
using Chatalo.UnitTests.Conventions;
using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Help;

/// <summary>The README's commands, its table of cmdlets and its links.</summary>
public sealed partial class ReadmeTests
{
    private const string Demo = "dotnet run --project src/Chatalo.Host";
    private const string Prompt = "dotnet run --project src/Chatalo.Host -- -Interactive";
    private const string Emulator = "dotnet run --project src/Chatalo.Emulator";

    // So that a hang fails one test instead of the whole run.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly string Text = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    [Fact]
    public void The_table_has_each_cmdlet_once() => Assert.Equal(
        HelpPage.All.Select(static p => p.Cmdlet).Order(StringComparer.Ordinal),
        Regex.Matches(Text, @"\[(\w+-\w+)\]\(docs/en-US/\1\.md\)").Select(static m => m.Groups[1].Value).Order(StringComparer.Ordinal));

    [Fact]
    public void Links_lead_to_what_is_there() => Assert.All(
        Regex.Matches(Text, @"\]\((?!https?:)([^)#]+)").Select(static m => m.Groups[1].Value),
        static target => Assert.True(Path.Exists(Path.Combine(Repository.Root, target)), target));

    [Fact]
    public void The_tour_runs()
    {
        using var session = new ModuleSession(import: false);
        // The engine alone has no Import-Csv; Send-ChataloMessage.Tests.ps1 runs the tour with the real one.
        session.Invoke(
            """
            $ExecutionContext.SessionState.Path.SetLocation($root)
            function Import-Csv { [pscustomobject]@{ Nama = 'Budi'; 'No. HP' = '0812-1111-2222' } }
            """,
            ("root", Repository.Root)).Ok();

        try
        {
            var tour = Regex.Match(Text, @"```powershell\n(.*?)\n```", RegexOptions.Singleline).Groups[1].Value;
            var run = session.Invoke(tour).Ok();

            Assert.Equal(["Sent", "Sent"], run.Output.Select(static o => o.Properties["Outcome"]?.Value?.ToString()).OfType<string>());
            Assert.Equal(false, run.Output[^1].BaseObject);
            Assert.Equal(["Halo", "Halo Budi"], session.Invoke("(Get-ChataloEmulatorMessage).Message").Output.Take(2).Select(static t => t.ToString()));
        }
        finally
        {
            session.Invoke("Stop-ChataloEmulator");
        }
    }

    [Fact]
    public void Help_is_where_it_says()
    {
        using var session = new ModuleSession();
        var commands = Regex.Matches(Text, "`(Get-Help [^`]+)`").Select(static m => m.Groups[1].Value).ToList();

        Assert.Equal(2, commands.Count);
        Assert.All(commands, command => Assert.NotEmpty(session.Invoke(command).Ok().Output));
    }

    [Fact]
    public void Every_command_line_for_a_shell_is_run_by_a_test() => Assert.Equal(
        // dotnet test is running this; the host's other options have tests of their own.
        [Emulator, Demo, Prompt, "dotnet test"],
        ShellCommand().Matches(Text).Select(static m => m.Value.Trim()).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public async Task The_demo_sends_to_a_list_and_shows_who_got_it()
    {
        var (exitCode, output) = await RunAsync(Demo, input: "");

        Assert.True(exitCode == 0, output);
        Assert.Contains("Halo Siti", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_prompt_has_the_module_imported()
    {
        var (exitCode, output) = await RunAsync(Prompt, input: "(Get-Module).Name\nexit\n");

        Assert.True(exitCode == 0, output);
        Assert.Contains("Chatalo\n", output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_emulator_alone_says_its_address()
    {
        using var process = Start(Emulator);
        try
        {
            var said = "";
            while (!said.Contains("http://127.0.0.1:", StringComparison.Ordinal))
            {
                said = await process.StandardOutput.ReadLineAsync().WaitAsync(Patience);
                Assert.NotNull(said);
            }
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string command, string input)
    {
        using var process = Start(command);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync();
            var error = process.StandardError.ReadToEndAsync();
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
            await process.WaitForExitAsync().WaitAsync(Patience);
            return (process.ExitCode, await output + await error);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    // As it stands in the README, but for the build: these tests' own has just been made.
    private static Process Start(string command)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", command.Replace("dotnet run", $"run --no-build -c {configuration}", StringComparison.Ordinal))
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("CHATALO_MODULE");
        return Process.Start(start)!;
    }

    [GeneratedRegex(@"dotnet (test|run --project [\w/.]+( -- -Interactive)?)")]
    private static partial Regex ShellCommand();
}
