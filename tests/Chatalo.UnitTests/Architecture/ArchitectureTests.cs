using System.Reflection;
using Chatalo.Emulator;

namespace Chatalo.UnitTests.Architecture;

/// <summary>Which folder knows which, held to <c>arrows.txt</c>, and namespaces that follow the folders.</summary>
public sealed class ArchitectureTests
{
    private static readonly Dictionary<string, Assembly> Assemblies = new(StringComparer.Ordinal)
    {
        ["src/Chatalo.HttpServer"] = typeof(HttpServer.Http1Server).Assembly,
        ["src/Chatalo.Emulator.Engine"] = typeof(EmulatorServer).Assembly,
    };

    private static readonly Dictionary<string, FolderArrows> Found = Assemblies.ToDictionary(static project => project.Key, static project => new FolderArrows(project.Key, project.Value));

    public static TheoryData<string> Projects => new(Assemblies.Keys);

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_folder_knows_another_that_it_may_not_know(string project)
    {
        var allowed = ArrowPage.Read(project).ToHashSet();

        Assert.Empty(Found[project].All.Where(arrow => !allowed.Contains(arrow.Key)).Select(static arrow => $"{Shown(arrow.Key)}: {string.Join("; ", arrow.Value)}"));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void The_page_allows_nothing_that_is_not_there(string project)
        => Assert.Empty(ArrowPage.Read(project).Where(arrow => !Found[project].All.ContainsKey(arrow)).Select(Shown));

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_arrows_form_a_cycle(string project)
    {
        var left = ArrowPage.Read(project).ToHashSet();

        // What nothing points from, or nothing points to, is in no cycle: what remains at last is.
        for (var before = -1; before != left.Count;)
        {
            before = left.Count;
            var (sources, targets) = (left.Select(static arrow => arrow.From).ToHashSet(), left.Select(static arrow => arrow.To).ToHashSet());
            left.RemoveWhere(arrow => !sources.Contains(arrow.To) || !targets.Contains(arrow.From));
        }

        Assert.Empty(left.Select(Shown));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_namespace_follows_its_folder(string project)
        => Assert.Empty(Found[project].Types.Where(type => !NamespaceRule.Allows(project, type)).Select(static type => $"{type.File}: {type.Namespace}"));

    [Theory]
    [MemberData(nameof(Projects))]
    public void Every_type_of_the_assembly_is_found_in_the_source(string project)
    {
        var declared = Found[project].Types.Select(static type => type.Name).ToHashSet();

        // The compiler's own types, and those of PolySharp, have no file here.
        Assert.Empty(Assemblies[project].GetTypes()
            .Where(type => !type.IsNested && type.Namespace?.StartsWith("Chatalo", StringComparison.Ordinal) == true && !declared.Contains(type.FullName!))
            .Select(static type => type.FullName));
    }

    private static string Shown((string From, string To) arrow) => $"{FolderArrows.Shown(arrow.From)} -> {FolderArrows.Shown(arrow.To)}";
}
