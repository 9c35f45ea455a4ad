using System.Text.RegularExpressions;
using Chatalo.UnitTests.Conventions;

namespace Chatalo.UnitTests.Architecture;

/// <summary>
/// Which folder of a project knows which: read from the compiled code, and from the using directives too, since the compiler leaves nothing of a
/// constant or a name but its value.
/// </summary>
internal sealed partial class FolderArrows
{
    /// <summary>How the project's own folder is written.</summary>
    public const string Project = "(project)";

    private const string Other = "*";

    private readonly SortedDictionary<(string From, string To), SortedSet<string>> _arrows = [];

    /// <param name="project">The project's folder, such as <c>src/Chatalo</c>.</param>
    /// <param name="assembly">Its assembly.</param>
    public FolderArrows(string project, System.Reflection.Assembly assembly)
    {
        Types = SourceTypes.Of(project);
        var folders = Types.ToLookup(static type => type.Name, static type => type.Folder, StringComparer.Ordinal);
        foreach (var (name, used) in TypeUse.Read(assembly.Location).Where(type => folders.Contains(type.Key)))
        {
            foreach (var other in used)
            {
                Add(folders[name].First(), ForeignAssembly(other) ?? folders[other].FirstOrDefault(), $"{Short(name)} uses {Short(other)}");
            }
        }

        AddDirectives(project);
    }

    public IReadOnlyList<SourceType> Types { get; }

    /// <summary>The arrows, each with the types that it consists of. An arrow to another assembly of ours, or to the engine's, is one to its name.</summary>
    public IReadOnlyDictionary<(string From, string To), SortedSet<string>> All => _arrows;

    public static string Shown(string folder) => folder.Length == 0 ? Project : folder;

    private void AddDirectives(string project)
    {
        var spaces = Types.Where(static type => !type.IsPublic).GroupBy(static type => type.Namespace).ToDictionary(static group => group.Key, static group => group.Select(static type => type.Folder).Distinct().ToList());
        foreach (var file in Types.Select(static type => (type.File, type.Folder)).Distinct())
        {
            foreach (Match directive in Using().Matches(File.ReadAllText(Path.Combine(Repository.Root, file.File))))
            {
                if (spaces.TryGetValue(directive.Groups["name"].Value, out var folders) && folders.Count == 1)
                {
                    Add(file.Folder, folders[0], $"{Path.GetFileNameWithoutExtension(file.File)} has a using of {directive.Groups["name"].Value}");
                }
            }
        }
    }

    private void Add(string from, string? to, string reason)
    {
        if (to is null or Other || to == from)
        {
            return;
        }

        if (!_arrows.TryGetValue((from, to), out var reasons))
        {
            _arrows.Add((from, to), reasons = new(StringComparer.Ordinal));
        }

        reasons.Add(reason);
    }

    /// <returns>The assembly that a name is of; null for one of the project's own, and <see cref="Other"/> for all assemblies that anybody may know.</returns>
    private static string? ForeignAssembly(string name)
    {
        if (!name.StartsWith('['))
        {
            return null;
        }

        var assembly = name[1..name.IndexOf(']')];
        return assembly.StartsWith("Chatalo", StringComparison.Ordinal) || assembly == "System.Management.Automation" ? assembly : Other;
    }

    private static string Short(string name) => name[(name.LastIndexOf('.') + 1)..];

    [GeneratedRegex(@"^using (?:static )?(?<name>Chatalo[\w.]*);", RegexOptions.Multiline)]
    private static partial Regex Using();
}
