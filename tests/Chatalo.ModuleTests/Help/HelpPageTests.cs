using System.Management.Automation;
using System.Xml.Linq;
using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Help;

/// <summary>Cmdlets, pages and what Get-Help reads say the same. <c>./build.ps1 -Task Docs</c> makes it so.</summary>
public sealed class HelpPageTests : IDisposable
{
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    private readonly ModuleSession _session = new();

    [Fact]
    public void Every_cmdlet_has_a_page_and_every_page_a_cmdlet() =>
        Assert.Equal(Cmdlets().Keys.Order(StringComparer.Ordinal), HelpPage.All.Select(static p => p.Cmdlet));

    [Fact]
    public void Every_parameter_is_described_with_its_type_and_none_that_is_not_there()
    {
        var cmdlets = Cmdlets();
        Assert.All(HelpPage.All, page =>
        {
            var own = cmdlets[page.Cmdlet].Parameters.Values.Where(static p => !IsCommon(p.Name)).ToDictionary(static p => p.Name, static p => p.ParameterType.ToString());
            Assert.Equal(own.Keys.Order(StringComparer.Ordinal), page.Parameters.Order(StringComparer.Ordinal));
            Assert.Equal(own.OrderBy(static p => p.Key, StringComparer.Ordinal), page.Types.OrderBy(static p => p.Key, StringComparer.Ordinal));
        });
    }

    [Fact]
    public void Nothing_is_left_to_be_filled_in() => Assert.All(HelpPage.All, static page =>
    {
        Assert.DoesNotContain("{{", page.Text, StringComparison.Ordinal);
        Assert.All(new[] { "SYNOPSIS", "DESCRIPTION", "OUTPUTS", "RELATED LINKS" }, heading => Assert.NotEmpty(page.Section(heading)));
        Assert.InRange(page.Examples.Count, 2, 10);
    });

    [Fact]
    public void Links_lead_to_pages_that_are_there() => Assert.All(HelpPage.All, static page =>
    {
        const string Base = "https://github.com/chatalo/chatalo-powershell/blob/main/docs/";
        var links = page.Section("RELATED LINKS").Split('\n');
        Assert.All(links, link => Assert.Contains(Base, link, StringComparison.Ordinal));
        Assert.All(links, link => Assert.True(File.Exists(Path.Combine(HelpPage.DocsFolder, link[(link.IndexOf(Base, StringComparison.Ordinal) + Base.Length)..^1])), link));
        Assert.Contains($"HelpUri: {Base}en-US/{page.Cmdlet}.md\n", page.Text, StringComparison.Ordinal);
    });

    [Fact]
    public void What_Get_Help_reads_was_made_from_the_pages()
    {
        var help = XDocument.Load(Path.Combine(BuiltModule.Folder, "en-US", "Chatalo.dll-Help.xml")).Root!.Elements().ToDictionary(
            static c => c.Element(Command + "details")!.Element(Command + "name")!.Value);

        Assert.Equal(HelpPage.All.Select(static p => p.Cmdlet), help.Keys.Order(StringComparer.Ordinal));
        Assert.All(HelpPage.All, page =>
        {
            var command = help[page.Cmdlet];
            Assert.Equal(page.Section("SYNOPSIS"), command.Element(Command + "details")!.Element(Maml + "description")!.Value.Trim());
            Assert.Equal(OnOneLine(page.Section("DESCRIPTION")), OnOneLine(string.Join(' ', command.Element(Maml + "description")!.Elements().Select(static p => p.Value))));
            Assert.Equal(page.Examples, command.Descendants(Dev + "code").Select(static c => c.Value.ReplaceLineEndings("\n")));
            Assert.Subset(
                command.Element(Command + "parameters")!.Elements().Select(static p => p.Element(Maml + "name")!.Value).ToHashSet(),
                page.Parameters.ToHashSet());
        });
    }

    [Fact]
    public void About_topics_are_the_pages_in_docs()
    {
        var pages = Directory.GetFiles(Path.Combine(HelpPage.DocsFolder, "about"), "about_*.md");

        Assert.Equal(
            pages.Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal),
            Directory.GetFiles(Path.Combine(BuiltModule.Folder, "en-US"), "about_*.help.txt").Select(static f => Path.GetFileName(f).Replace(".help.txt", "")).Order(StringComparer.Ordinal));
        Assert.All(pages, static page =>
            Assert.Equal(File.ReadAllText(page), File.ReadAllText(Path.Combine(BuiltModule.Folder, "en-US", Path.GetFileNameWithoutExtension(page) + ".help.txt"))));
    }

    public void Dispose() => _session.Dispose();

    private Dictionary<string, CmdletInfo> Cmdlets() =>
        _session.Invoke("Get-Command -Module Chatalo").Ok().Values<CmdletInfo>().ToDictionary(static c => c.Name);

    private static bool IsCommon(string name) => Cmdlet.CommonParameters.Contains(name);

    private static string OnOneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
