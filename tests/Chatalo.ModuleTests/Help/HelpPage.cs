using System.Text.RegularExpressions;
using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Help;

/// <summary>A page of docs/en-US, as far as tests look into it.</summary>
public sealed partial class HelpPage
{
    private HelpPage(string path)
    {
        Cmdlet = Path.GetFileNameWithoutExtension(path);
        Text = File.ReadAllText(path);
        Examples = [.. ExampleCode().Matches(Section("EXAMPLES")).Select(static m => m.Groups["code"].Value)];
        Parameters = [.. ParameterHeading().Matches(Section("PARAMETERS")).Select(static m => m.Groups["name"].Value)];
        Types = ParameterType().Matches(Section("PARAMETERS")).ToDictionary(static m => m.Groups["name"].Value, static m => m.Groups["type"].Value);
    }

    /// <summary>The repository's docs folder.</summary>
    public static string DocsFolder { get; } = Path.GetFullPath(Path.Combine(BuiltModule.Folder, "..", "..", "docs"));

    /// <summary>All pages.</summary>
    public static IReadOnlyList<HelpPage> All { get; } =
        [.. Directory.GetFiles(Path.Combine(DocsFolder, "en-US"), "*.md").Order(StringComparer.Ordinal).Select(static path => new HelpPage(path))];

    /// <summary>The cmdlet it is about, by the file's name.</summary>
    public string Cmdlet { get; }

    public string Text { get; }

    /// <summary>The code of its examples.</summary>
    public IReadOnlyList<string> Examples { get; }

    /// <summary>The parameters it describes, common ones left out.</summary>
    public IReadOnlyList<string> Parameters { get; }

    /// <summary>The type that it gives to a parameter.</summary>
    public IReadOnlyDictionary<string, string> Types { get; }

    /// <summary>What stands under a heading of the second level.</summary>
    public string Section(string heading)
    {
        var match = Regex.Match(Text, $@"(?sm)^## {Regex.Escape(heading)}\n(.*?)(?=^## |\z)");
        return match.Success ? match.Groups[1].Value.Trim() : throw new InvalidDataException($"{Cmdlet}.md has no section {heading}.");
    }

    /// <inheritdoc />
    public override string ToString() => Cmdlet;

    [GeneratedRegex(@"```powershell\n(?<code>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex ExampleCode();

    [GeneratedRegex(@"^### -(?<name>\w+)$", RegexOptions.Multiline)]
    private static partial Regex ParameterHeading();

    [GeneratedRegex(@"^### -(?<name>\w+)$.*?^Type: (?<type>\S+)$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ParameterType();
}
