using System.Management.Automation.Language;
using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Help;

/// <summary>Every example of every page does what it says it does: it runs, against an emulator of its own, without an error.</summary>
public sealed class HelpExampleTests : IDisposable
{
    // Parts of PowerShell that the engine alone does not have; tests/*.Tests.ps1 run these examples where pwsh is.
    private static readonly HashSet<string> OfPowerShellItself =
        new(["Import-Csv", "Export-Csv", "Select-Object", "Group-Object", "Sort-Object", "Set-Content", "Get-Content", "Get-Secret"], StringComparer.OrdinalIgnoreCase);

    private readonly ModuleSession _session = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chatalo-help-");

    public static TheoryData<string, int> Runnable => Examples(static code => !NeedsMore(code));

    public static TheoryData<string, int> OnlyParsed => Examples(NeedsMore);

    [Theory]
    [MemberData(nameof(Runnable))]
    public void An_example_runs(string cmdlet, int number)
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "customers.csv"), "Nama,No HP\nBudi,0812-1111-2222\n");
        _session.Invoke(
            """
            $ExecutionContext.SessionState.Path.SetLocation($folder)
            $gateway = Start-ChataloEmulator -RateLimit 0
            $null = $gateway | Connect-Chatalo -Device 'Andi - CS'
            """,
            ("folder", _folder.FullName)).Ok();

        // Keys alone mean the vendor's gateway; here they are the emulator's.
        if (Code(cmdlet, number).Contains("EMULATOR-SECRET-KEY", StringComparison.Ordinal))
        {
            _session.Invoke("$PSDefaultParameterValues['Connect-Chatalo:BaseUri'] = $gateway.BaseUri").Ok();
        }

        // A block of its own, as a variable that another example made must not help.
        _session.Invoke("& { " + Code(cmdlet, number) + "\n}").Ok();
    }

    [Theory]
    [MemberData(nameof(OnlyParsed))]
    public void An_example_that_needs_more_than_the_engine_can_be_read_and_names_what_is_there(string cmdlet, int number)
    {
        var commands = Commands(Code(cmdlet, number));

        Assert.Contains(cmdlet, commands);
        Assert.All(commands.Where(static c => !OfPowerShellItself.Contains(c)), c => _session.Invoke("Get-Command $name -ErrorAction Stop", ("name", c)).Ok());
    }

    public void Dispose()
    {
        _session.Invoke("Stop-ChataloEmulator");
        _session.Dispose();
        _folder.Delete(recursive: true);
    }

    private static TheoryData<string, int> Examples(Func<string, bool> which)
    {
        var data = new TheoryData<string, int>();
        foreach (var page in HelpPage.All)
        {
            for (var i = 0; i < page.Examples.Count; i++)
            {
                if (which(page.Examples[i]))
                {
                    data.Add(page.Cmdlet, i + 1);
                }
            }
        }

        return data;
    }

    private static string Code(string cmdlet, int number) => HelpPage.All.Single(p => p.Cmdlet == cmdlet).Examples[number - 1];

    private static bool NeedsMore(string code) => Commands(code).Any(OfPowerShellItself.Contains);

    private static List<string> Commands(string code)
    {
        var script = Parser.ParseInput(code, out _, out var errors);
        Assert.Empty(errors);
        return [.. script.FindAll(static a => a is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>().Select(static c => c.GetCommandName()).OfType<string>()];
    }
}
