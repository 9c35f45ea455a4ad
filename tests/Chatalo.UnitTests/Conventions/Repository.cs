using System.Text.RegularExpressions;

namespace Chatalo.UnitTests.Conventions;

/// <summary>The source tree.</summary>
internal static partial class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Where <c>dotnet build</c> laid the module out.</summary>
    public static string ModuleFolder { get; } = Path.Combine(Root, "out", "Chatalo");

    /// <summary>The files of a folder, without what was built.</summary>
    public static IReadOnlyList<string> Files(string folder, string pattern = "*.cs") =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Where(static file => !Path.GetRelativePath(Root, file).Split(Path.DirectorySeparatorChar).Any(static part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>A file's path from the root, with slashes, for the message of a failed test.</summary>
    public static string Short(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    /// <summary>A file's code without its comments and texts, where anything may be named.</summary>
    public static string Code(string file) => CommentsAndTexts().Replace(File.ReadAllText(file), " ");

    private static string FindRoot()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Chatalo.sln")))
            {
                return at.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No Chatalo.sln above {AppContext.BaseDirectory}.");
    }

    [GeneratedRegex("\"\"\".*?\"\"\"|//[^\n]*|/\\*.*?\\*/|@\"(?:[^\"]|\"\")*\"|\"(?:[^\"\\\\\n]|\\\\.)*\"", RegexOptions.Singleline)]
    private static partial Regex CommentsAndTexts();
}
