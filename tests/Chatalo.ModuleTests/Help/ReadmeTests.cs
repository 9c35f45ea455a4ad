using System.Text.RegularExpressions;
using Chatalo.ModuleTests.Conventions;

namespace Chatalo.ModuleTests.Help;

/// <summary>The README's table of cmdlets and its links.</summary>
public sealed class ReadmeTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    [Fact]
    public void The_table_has_each_cmdlet_once() => Assert.Equal(
        HelpPage.All.Select(static p => p.Cmdlet).Order(StringComparer.Ordinal),
        Regex.Matches(Text, @"\[(\w+-\w+)\]\(docs/en-US/\1\.md\)").Select(static m => m.Groups[1].Value).Order(StringComparer.Ordinal));

    [Fact]
    public void Links_lead_to_what_is_there() => Assert.All(
        Regex.Matches(Text, @"\]\((?!https?:)([^)#]+)").Select(static m => m.Groups[1].Value),
        static target => Assert.True(Path.Exists(Path.Combine(Repository.Root, target)), target));
}
