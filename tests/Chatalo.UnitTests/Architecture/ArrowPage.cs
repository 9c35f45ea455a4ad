using Chatalo.UnitTests.Conventions;

namespace Chatalo.UnitTests.Architecture;

/// <summary>The allowed arrows of a project, as <c>arrows.txt</c> has them.</summary>
internal static class ArrowPage
{
    public static IReadOnlyList<(string From, string To)> Read(string project)
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "tests", "Chatalo.UnitTests", "Architecture", "arrows.txt"));
        var start = Array.IndexOf(lines, $"## {project}");
        Assert.True(start >= 0, $"arrows.txt has no part of {project}.");
        return
        [
            .. lines.Skip(start + 1).TakeWhile(static line => !line.StartsWith("## ", StringComparison.Ordinal)).Where(static line => line.Contains("->", StringComparison.Ordinal))
                .Select(static line => line.Split("->", StringSplitOptions.TrimEntries))
                .SelectMany(static sides => sides[1].Split(',', StringSplitOptions.TrimEntries).Select(to => (From: Folder(sides[0]), To: Folder(to)))),
        ];
    }

    private static string Folder(string written) => written == FolderArrows.Project ? "" : written;
}
