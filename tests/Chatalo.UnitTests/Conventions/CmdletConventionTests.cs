using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Reflection;
using System.Text.RegularExpressions;
using Chatalo.Commands;

namespace Chatalo.UnitTests.Conventions;

/// <summary>What PowerShell's users expect of every cmdlet, and what we expect of its source; looked up in its assembly.</summary>
public sealed partial class CmdletConventionTests
{
    private static readonly HashSet<string> ApprovedVerbs =
    [
        .. new[] { typeof(VerbsCommon), typeof(VerbsCommunications), typeof(VerbsData), typeof(VerbsDiagnostic), typeof(VerbsLifecycle), typeof(VerbsOther), typeof(VerbsSecurity) }
            .SelectMany(static type => type.GetFields(BindingFlags.Public | BindingFlags.Static)).Select(static field => (string)field.GetRawConstantValue()!),
    ];

    // What is the state of something, or takes it away for good, and cannot be taken back.
    private static readonly string[] Removals = ["Remove", "Disconnect", "Clear", "Reset", "Uninstall"];

    private static readonly Dictionary<string, Type> Classes = ReadClasses();

    public static TheoryData<string> Names => new([.. Classes.Keys]);

    [Fact]
    public void The_manifest_exports_exactly_the_cmdlet_classes()
    {
        var script = Parser.ParseFile(Path.Combine(Repository.ModuleFolder, "Chatalo.psd1"), out _, out _);
        var manifest = (Hashtable)((HashtableAst)script.Find(static part => part is HashtableAst, searchNestedScriptBlocks: false)).SafeGetValue();
        var exported = ((IEnumerable)manifest["CmdletsToExport"]!).Cast<object>().Select(static name => name.ToString()!);

        Assert.Equal(Classes.Keys.Order(StringComparer.Ordinal), exported.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_name_has_an_approved_verb_and_a_noun_of_ours_in_the_singular(string name)
    {
        var (verb, noun) = Split(name);

        Assert.Contains(verb, ApprovedVerbs);
        Assert.StartsWith("Chatalo", noun, StringComparison.Ordinal);
        Assert.DoesNotMatch("[^s]s$", noun);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_has_a_file_and_a_class_of_its_name(string name)
    {
        var (verb, noun) = Split(name);

        Assert.Equal($"{verb}{noun}Command", Classes[name].Name);
        Assert.Single(Repository.Files("src/Chatalo/Commands", $"{verb}{noun}Command.cs"));
        Assert.True(Classes[name].IsSealed);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_has_tests_in_a_real_shell(string name) => Assert.Single(Repository.Files("tests/Commands", $"{name}.Tests.ps1"));

    [Theory]
    [MemberData(nameof(Names))]
    public void It_says_what_it_gives(string name) => Assert.NotEmpty(Classes[name].GetCustomAttributes<OutputTypeAttribute>());

    [Theory]
    [MemberData(nameof(Names))]
    public void What_takes_away_asks_first(string name)
    {
        var cmdlet = Classes[name].GetCustomAttribute<CmdletAttribute>()!;
        // The session and its connections are made again with one command; an emulator's messages went to nobody.
        if (Removals.Contains(cmdlet.VerbName) && name is not ("Disconnect-Chatalo" or "Clear-ChataloEmulatorMessage"))
        {
            Assert.True(cmdlet.SupportsShouldProcess);
            Assert.Equal(ConfirmImpact.High, cmdlet.ConfirmImpact);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_changes_something_can_be_tried_with_WhatIf(string name)
    {
        var cmdlet = Classes[name].GetCustomAttribute<CmdletAttribute>()!;

        if (cmdlet.VerbName is "New" or "Set" or "Remove" or "Send" or "Save" or "Start" or "Stop" or "Suspend" or "Resume" && name != "New-ChataloChatLink")
        {
            Assert.True(cmdlet.SupportsShouldProcess, $"{name} has no -WhatIf.");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_parameters_are_named_as_PowerShells_are(string name)
    {
        var parameters = Classes[name].GetProperties().Where(static p => p.GetCustomAttributes<ParameterAttribute>().Any()).ToList();

        Assert.All(parameters, static p => Assert.Matches(PascalCase(), p.Name));
        Assert.All(parameters, static p => Assert.False(p.PropertyType == typeof(bool) && p.Name.StartsWith("No", StringComparison.Ordinal), $"-{p.Name} is a negation."));
        // Seconds and milliseconds are said by the name.
        Assert.All(parameters.Where(static p => p.Name.Contains("Timeout", StringComparison.Ordinal)), static p => Assert.EndsWith("Sec", p.Name, StringComparison.Ordinal));
    }

    [Fact]
    public void Public_types_are_in_one_namespace() => Assert.All(
        Classes.Values.First().Assembly.GetExportedTypes(),
        static type => Assert.Matches("^Chatalo([.](Commands|Binding|Completion))?$", type.Namespace));

    private static (string Verb, string Noun) Split(string name) => (name.Split('-')[0], name.Split('-')[1]);

    private static Dictionary<string, Type> ReadClasses() => typeof(ConnectChataloCommand).Assembly.GetTypes()
        .Where(static type => !type.IsAbstract && type.GetCustomAttribute<CmdletAttribute>() is not null)
        .ToDictionary(static type => type.GetCustomAttribute<CmdletAttribute>() is { } c ? $"{c.VerbName}-{c.NounName}" : "", StringComparer.Ordinal);

    [GeneratedRegex("^[A-Z][A-Za-z0-9]*$")]
    private static partial Regex PascalCase();
}
