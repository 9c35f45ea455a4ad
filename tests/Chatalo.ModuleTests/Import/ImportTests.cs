using System.Collections;
using System.Management.Automation;
using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Import;

/// <summary>Whatever way the module is imported, all its cmdlets are there (PowerShell#20710 loses them).</summary>
public sealed class ImportTests : IDisposable
{
    private readonly ModuleSession _session = new();

    [Fact]
    public void The_first_import_brings_every_cmdlet() => AssertComplete();

    [Fact]
    public void A_forced_import_keeps_every_cmdlet()
    {
        _session.Invoke("Import-Module $path -Force; Import-Module $path -Force").Ok();

        AssertComplete();
    }

    [Fact]
    public void A_removed_module_comes_back_with_every_cmdlet()
    {
        _session.Invoke("Remove-Module Chatalo").Ok();
        Assert.Empty(_session.Invoke("Get-Command -Module Chatalo").Ok().Output);

        _session.Invoke("Import-Module $path").Ok();

        AssertComplete();
    }

    [Fact]
    public void Runspaces_import_side_by_side()
    {
        Parallel.For(0, 4, static _ =>
        {
            using var session = new ModuleSession();
            Assert.Equal(Listed(session), Exported(session));
        });
    }

    [Fact]
    public void An_exported_cmdlet_can_be_called_after_a_forced_import()
    {
        _session.Invoke("Import-Module $path -Force").Ok();
        var name = Listed(_session)[0];

        // The engine finds the parameters of a cmdlet only if its class can be made.
        Assert.NotEmpty(_session.Invoke("(Get-Command $name).Parameters.Keys", ("name", name)).Ok().Output);
    }

    [Fact]
    public void The_manifest_is_valid() =>
        Assert.Equal("Chatalo", _session.Invoke("(Test-ModuleManifest $path).Name").Single().BaseObject);

    public void Dispose() => _session.Dispose();

    private void AssertComplete() => Assert.Equal(Listed(_session), Exported(_session));

    private static List<string> Exported(ModuleSession session) =>
        [.. session.Invoke("Get-Command -Module Chatalo").Ok().Values<CommandInfo>().Select(static c => c.Name).Order(StringComparer.Ordinal)];

    private static List<string> Listed(ModuleSession session)
    {
        var manifest = session.Invoke("[scriptblock]::Create([System.IO.File]::ReadAllText($path)).InvokeReturnAsIs()").Single();
        var names = (IEnumerable)((Hashtable)manifest.BaseObject)["CmdletsToExport"]!;
        return [.. names.Cast<object>().Select(static n => n.ToString()!).Order(StringComparer.Ordinal)];
    }
}
