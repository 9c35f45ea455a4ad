using System.Reflection;
using Chatalo.UnitTests.Conventions;

namespace Chatalo.UnitTests.Desktop;

/// <summary>
/// Windows PowerShell 5.1 runs the module on .NET Framework 4.7.2, which is not on this machine: what the module's assemblies refer to is
/// looked for in that framework's reference assemblies and beside them.
/// </summary>
public sealed class FrameworkTests : IDisposable
{
    private const string PowerShell = "System.Management.Automation";

    // QRCoder draws bitmaps with it for who asks it to; the module never does (NoDrawingLibraryTests).
    private const string Drawing = "System.Drawing.Common";

    private static readonly string Folder = Path.Combine(Repository.ModuleFolder, "bin", "Desktop");

    private readonly List<AssemblyFile> _framework;
    private readonly List<AssemblyFile> _ours;
    private readonly AssemblySet _all;

    public FrameworkTests()
    {
        var references = typeof(FrameworkTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static a => a.Key == "Net472References").Value!;
        _framework = [.. Open(references), .. Open(Path.Combine(references, "Facades"))];
        _ours = [.. Open(Folder)];
        // Of two of one name the module's own is taken: .NET Framework's is older, and asked for by nobody here.
        var names = _ours.Select(static f => f.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        _all = new(_framework.Where(f => !names.Contains(f.Name)).Concat(_ours));
    }

    [Fact]
    public void What_an_assembly_refers_to_is_beside_it_or_part_of_the_framework()
    {
        var missing = from file in _ours
                      from reference in file.References
                      where reference.Name is not (PowerShell or Drawing) && (_all[reference.Name] is not { } found || found.Version < reference.Version)
                      select $"{file.Name} → {reference.Name} {reference.Version}";

        Assert.NotEmpty(_ours);
        Assert.Empty(missing);
        Assert.Equal(["QRCoder"], _ours.Where(static f => f.References.Any(static r => r.Name == Drawing)).Select(static f => f.Name));
    }

    [Fact]
    public void Nothing_lies_beside_it_that_nobody_refers_to()
    {
        var used = _ours.SelectMany(static f => f.References).Select(static r => r.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);

        // The loader loads Chatalo.dll by its path, and is loaded itself by the script module; Microsoft.Data.Sqlite looks for its batteries by name.
        Assert.Equal(
            ["Chatalo", "Chatalo.Loader." + Version(), "SQLitePCLRaw.batteries_v2"],
            _ours.Select(static f => f.Name).Where(n => !used.Contains(n)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_type_and_member_that_an_assembly_uses_is_there()
    {
        Assert.Empty(_ours.SelectMany(file => _all.Missing(file, static assembly => assembly is PowerShell or Drawing)));
    }

    [Fact]
    public void A_member_that_the_framework_lacks_is_found_out()
    {
        // This test's own assembly is for a newer framework.
        using var newer = AssemblyFile.Open(typeof(FrameworkTests).Assembly.Location)!;

        var missing = _all.Missing(newer, static assembly => assembly is PowerShell).ToList();

        Assert.Contains(missing, static m => m.Contains("System.OperatingSystem: IsWindows", StringComparison.Ordinal));
    }

    public void Dispose()
    {
        _all.Dispose();
        _framework.ForEach(static f => f.Dispose());
    }

    private static string Version() => AssemblyName.GetAssemblyName(Path.Combine(Folder, "Chatalo.dll")).Version!.ToString(3);

    private static IEnumerable<AssemblyFile> Open(string folder) =>
        Directory.GetFiles(folder, "*.dll").Select(AssemblyFile.Open).OfType<AssemblyFile>();
}
