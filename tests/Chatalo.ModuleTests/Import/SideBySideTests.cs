using Chatalo.Emulator;
using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Import;

/// <summary>Runspaces of one process, as in Azure Automation and in ForEach-Object -Parallel.</summary>
public sealed class SideBySideTests
{
    private const int Runspaces = 16;
    private const int Rows = 15;

    [Fact]
    public void Fifty_runspaces_import_at_once()
    {
        var cmdlets = new int[50];
        var threads = Enumerable.Range(0, cmdlets.Length).Select(i => new Thread(() =>
        {
            using var session = new ModuleSession();
            cmdlets[i] = session.Invoke("Get-Command -Module Chatalo").Ok().Output.Count;
        })).ToList();
        threads.ForEach(static t => t.Start());
        threads.ForEach(static t => t.Join());

        Assert.True(cmdlets[0] > 40);
        Assert.All(cmdlets, c => Assert.Equal(cmdlets[0], c));
    }

    [Fact]
    public void One_session_serves_sixteen_runspaces_and_keeps_the_rate_limit()
    {
        // Three windows' budget, so that the runspaces meet the limit together.
        using var emulated = new EmulatedSession(options: new EmulatorOptions { RateLimit = 100, RateLimitWindow = TimeSpan.FromSeconds(2) });
        var session = emulated.Invoke("$chat").Single();
        var outcomes = new string[Runspaces][];
        var threads = Enumerable.Range(0, Runspaces).Select(i => new Thread(() =>
        {
            using var prompt = new ModuleSession();
            var numbers = Enumerable.Range(0, Rows).Select(r => $"62812{i:00}{r:000000}").ToArray();
            var run = prompt.Pipe(numbers, "Send-ChataloMessage -Session $chat -Message Halo -WarningAction SilentlyContinue | ForEach-Object { \"$($_.Outcome)\" }", ("chat", session));
            outcomes[i] = [.. run.Values<string>()];
        })).ToList();
        threads.ForEach(static t => t.Start());
        threads.ForEach(static t => t.Join());

        Assert.All(outcomes, static o => Assert.Equal(Enumerable.Repeat("Sent", Rows), o));
        var sent = emulated.Gateway.Messages.Select(static m => m.Number).ToList();
        Assert.Equal(Runspaces * Rows, sent.Count);
        Assert.Equal(sent.Count, sent.Distinct().Count());
        // A window's first calls may all be under way when its limit is not yet known; then no more than the budget goes out.
        var refused = emulated.Gateway.Requests.Count(static r => r.StatusCode == 429);
        Assert.InRange(refused, 0, Runspaces);
    }

    [Fact]
    public void The_path_that_Get_Module_gives_imports_the_module_in_another_runspace()
    {
        using var first = new ModuleSession();
        using var second = new ModuleSession(import: false);

        second.Invoke("Import-Module $path", ("path", first.Invoke("(Get-Module Chatalo).Path").Single().BaseObject)).Ok();

        Assert.Equal("Send-ChataloMessage", second.Invoke("Get-Command Send-ChataloMessage -Module Chatalo | ForEach-Object Name").Single().BaseObject);
    }

    [Fact]
    public void Two_copies_of_the_module_work_in_one_process()
    {
        var folder = Directory.CreateTempSubdirectory("chatalo-");
        var copy = Path.Combine(folder.FullName, "Chatalo");
        CopyFolder(BuiltModule.Folder, copy);
        using var gateway = EmulatorServer.Start(new EmulatorOptions { RateLimit = 0 });
        using var first = new ModuleSession();
        using var second = new ModuleSession(import: false);
        second.Invoke("Import-Module $path", ("path", Path.Combine(copy, "Chatalo.psd1"))).Ok();

        foreach (var prompt in new[] { first, second, first })
        {
            prompt.Invoke(
                "$null = Connect-Chatalo -PublicKey $publicKey -SecretKey $secretKey -BaseUri $gateway -Device $device; Send-ChataloMessage -Number 6281234567890 -Message Halo",
                ("publicKey", gateway.Options.PublicKey), ("secretKey", gateway.Options.SecretKey), ("gateway", gateway.BaseUri), ("device", EmulatorServer.ReadyDeviceId)).Ok();
        }

        Assert.Equal(3, gateway.Messages.Count);
        // The same version is loaded once: the engine would mix up two.
        Assert.Single(new[] { first, second }.Select(static p => p.Invoke("(Get-Command Send-ChataloMessage).ImplementingType.Assembly").Single().BaseObject).Distinct());
        // Also in one runspace.
        Assert.Equal(2, first.Invoke("Import-Module $path; Get-Module Chatalo", ("path", Path.Combine(copy, "Chatalo.psd1"))).Ok().Output.Count);
        if (!OperatingSystem.IsWindows())
        {
            // Windows holds the files of loaded assemblies open.
            folder.Delete(recursive: true);
        }
    }

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
