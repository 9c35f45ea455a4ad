using System.Text.RegularExpressions;
using Chatalo.UnitTests.Conventions;

namespace Chatalo.UnitTests.Architecture;

/// <summary>Where the types of a project are declared, by reading its source.</summary>
internal static partial class SourceTypes
{
    /// <param name="project">The project's folder, such as <c>src/Chatalo</c>.</param>
    public static IReadOnlyList<SourceType> Of(string project) => [.. Repository.Files(project).SelectMany(file => Of(project, file))];

    private static IEnumerable<SourceType> Of(string project, string file)
    {
        var code = Repository.Code(file);
        var space = Namespace().Match(code).Groups["name"].Value;
        var folder = Path.GetDirectoryName(Repository.Short(file)[project.Length..].TrimStart('/'))!.Replace('\\', '/');
        return Declaration().Matches(code).Select(found => new SourceType(
            $"{space}.{found.Groups["name"].Value}{Arity(found.Groups["parameters"].Value)}", space, folder, Repository.Short(file), found.Groups["access"].Value == "public"));
    }

    // As metadata writes it: Page`1.
    private static string Arity(string parameters) => parameters.Length == 0 ? "" : $"`{parameters.Split(',').Length}";

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(
        @"^(?<access>public|internal)\s+(?:(?:sealed|static|abstract|partial|readonly|new)\s+)*(?:record\s+struct|record\s+class|record|class|struct|interface|enum|delegate\s+[\w<>\[\]?,]+)\s+(?<name>\w+)(?:<(?<parameters>[^>]+)>)?",
        RegexOptions.Multiline)]
    private static partial Regex Declaration();
}
