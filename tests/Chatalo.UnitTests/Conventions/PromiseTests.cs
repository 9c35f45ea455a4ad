using System.Text.RegularExpressions;

namespace Chatalo.UnitTests.Conventions;

/// <summary>docs/reliability.md says of each promise which tests prove it. Those tests are moved and renamed, and the page does not notice.</summary>
public partial class PromiseTests
{
    private static readonly Dictionary<string, string[]> Names = new(StringComparer.Ordinal);

    public static TheoryData<string, string> Promises()
    {
        var promises = new TheoryData<string, string>();
        foreach (var (projects, filter) in Rows().Distinct())
        {
            promises.Add(filter, projects);
        }

        return promises;
    }

    [Theory]
    [MemberData(nameof(Promises))]
    public void A_filter_finds_tests(string filter, string projects)
        => Assert.True(
            projects.Split(';').SelectMany(NamesOf).Any(name => name.Contains(filter, StringComparison.OrdinalIgnoreCase)),
            $"docs/reliability.md: no test of {projects} has '{filter}' in its name; say where it went.");

    [Fact]
    public void The_page_has_its_promises() => Assert.InRange(Rows().Count(), 50, 500);

    [Fact]
    public void A_project_is_a_folder_that_dotnet_test_takes()
        => Assert.All(Rows().SelectMany(static row => row.Projects.Split(';')).Distinct(), static project => Assert.NotEmpty(Directory.GetFiles(Path.Combine(Repository.Root, "tests", project), "*.csproj")));

    [Fact]
    public void A_test_that_does_not_exist_is_not_found() => Assert.DoesNotContain(NamesOf("Commands"), static name => name.Contains("turns lead into gold", StringComparison.Ordinal));

    // A table of three columns names the project; that of Windows PowerShell says it above.
    private static IEnumerable<(string Projects, string Filter)> Rows()
    {
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, "docs", "reliability.md")).Where(static line => line.StartsWith('|') && line.Contains('`')))
        {
            var cells = line.Trim('|').Split('|', StringSplitOptions.TrimEntries);
            var projects = cells.Length == 3 ? Parenthesis().Replace(cells[1], "").Replace(" ", "", StringComparison.Ordinal) : "Chatalo.UnitTests";
            foreach (Match filter in Quoted().Matches(Parenthesis().Replace(cells[^1], "")))
            {
                yield return (projects, filter.Groups[1].Value);
            }
        }
    }

    private static string[] NamesOf(string project)
    {
        lock (Names)
        {
            return Names.TryGetValue(project, out var names)
                ? names
                : Names[project] = [.. project == "Commands" ? Repository.Files("tests/Commands", "*.Tests.ps1").SelectMany(PesterNames) : Repository.Files($"tests/{project}").SelectMany(XunitNames)];
        }
    }

    // A name is that of all blocks around a test: a block counts while the lines are indented deeper than it.
    private static IEnumerable<string> PesterNames(string file)
    {
        var around = new Stack<(int Indent, string Name)>();
        foreach (Match block in Block().Matches(File.ReadAllText(file)))
        {
            while (around.Count > 0 && around.Peek().Indent >= block.Groups["indent"].Length)
            {
                around.Pop();
            }

            around.Push((block.Groups["indent"].Length, block.Groups["name"].Value.Replace("''", "'", StringComparison.Ordinal)));
            yield return string.Join(' ', around.Reverse().Select(static name => name.Name));
        }
    }

    private static IEnumerable<string> XunitNames(string file)
    {
        var text = File.ReadAllText(file);
        var type = $"{Namespace().Match(text).Groups[1].Value}.{Path.GetFileNameWithoutExtension(file)}";
        return Test().Matches(text).Select(method => $"{type}.{method.Groups[1].Value}");
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@" ?\([^)]*\)")]
    private static partial Regex Parenthesis();

    [GeneratedRegex(@"^(?<indent> *)(?:Describe|Context|It) (?<quote>['""])(?<name>.+?)\k<quote>(?!')", RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"\[(?:Fact|Theory|\w+Fact|\w+Theory)[^\n]*\](?:\s*\[[^\n]*\])*\s*public (?:async |static )*\w+ (\w+)\(")]
    private static partial Regex Test();
}
