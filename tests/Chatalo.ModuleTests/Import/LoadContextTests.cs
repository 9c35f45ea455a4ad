using System.Reflection;
using System.Reflection.Emit;
using Chatalo.ModuleTests.Engine;
using Chatalo.ModuleTests.HostProgram;

namespace Chatalo.ModuleTests.Import;

/// <summary>The module and what it depends on live apart from the rest of the process.</summary>
public sealed class LoadContextTests : IDisposable
{
    // For each library beside the module: its name, the context it is loaded in, and the version found there.
    private const string Report = """
        $module = @([AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -eq 'Chatalo' })
        $context = [System.Runtime.Loader.AssemblyLoadContext]::GetLoadContext($module[0])
        foreach ($file in [System.IO.Directory]::GetFiles($folder, '*.dll')) {
            $name = [System.IO.Path]::GetFileNameWithoutExtension($file)
            if ($name -ne 'Chatalo.Loader') {
                $loaded = $context.LoadFromAssemblyName([System.Reflection.AssemblyName]::new($name))
                "$name|$([System.Runtime.Loader.AssemblyLoadContext]::GetLoadContext($loaded).Name)|$($loaded.GetName().Version)"
            }
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("chatalo-").FullName;

    private static string Libraries => Path.Combine(BuiltModule.Folder, "bin", "Core");

    [Fact]
    public void The_cmdlets_and_their_libraries_are_in_a_context_of_their_own()
    {
        using var session = new ModuleSession();

        var lines = session.Invoke(Report, ("folder", Libraries)).Ok().Values<string>();

        Assert.Contains(lines, static l => l.StartsWith("Polly.Core|", StringComparison.Ordinal));
        Assert.Equal(Expected(), lines.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Other_versions_of_its_libraries_in_the_process_change_nothing()
    {
        var fakes = Ours().Where(static n => n.Name != "Chatalo").Select(n => Fake(n.Name!)).ToList();
        var script = Path.Combine(_folder, "report.ps1");
        await File.WriteAllTextAsync(script, $$"""
            param($module, $folder)
            $default = [System.Runtime.Loader.AssemblyLoadContext]::Default
            foreach ($fake in [System.IO.Directory]::GetFiles($PSScriptRoot, '*.dll')) {
                if ($default.LoadFromAssemblyPath($fake).GetName().Version.Major -ne 99) { throw "$fake is not the fake" }
            }
            Import-Module $module
            {{Report}}
            """);

        var result = await HostProcess.RunAsync(["-NoModule", "-File", script, BuiltModule.Manifest, Libraries]);

        Assert.NotEmpty(fakes);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(Expected(), result.Lines.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Json_is_the_frameworks_own() =>
        Assert.DoesNotContain(Ours(), static n => n.Name == "System.Text.Json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static IEnumerable<AssemblyName> Ours() => Directory.GetFiles(Libraries, "*.dll")
        .Select(AssemblyName.GetAssemblyName)
        .Where(static n => !n.Name!.StartsWith("Chatalo.Loader.", StringComparison.Ordinal));

    private static IEnumerable<string> Expected() => Ours().Select(static n => $"{n.Name}|Chatalo|{n.Version}").Order(StringComparer.Ordinal);

    private string Fake(string name)
    {
        var builder = new PersistedAssemblyBuilder(new AssemblyName(name) { Version = new Version(99, 0) }, typeof(object).Assembly);
        builder.DefineDynamicModule(name);
        var path = Path.Combine(_folder, name + ".dll");
        builder.Save(path);
        return path;
    }
}
