using System.Text.RegularExpressions;

namespace Chatalo.UnitTests.Conventions;

/// <summary>Layers, sizes and habits of the source, by reading it.</summary>
public sealed partial class SourceConventionTests
{
    private const int LongestFile = 400;
    private const int LargestMedian = 80;

    // Where the engine's types belong: cmdlets and what the engine calls for them, and sessions, which are kept per runspace.
    private static readonly string[] EngineFolders = ["Commands", "Binding", "Completion", "Sessions"];

    [Fact]
    public void Only_cmdlets_and_their_helpers_know_the_engine() => AssertNone(
        Repository.Files("src/Chatalo").Where(static file => !EngineFolders.Contains(Folder(file))), static code => code.Contains("System.Management.Automation", StringComparison.Ordinal));

    [Fact]
    public void Only_the_json_folder_knows_the_json_library() => AssertNone(
        Repository.Files("src/Chatalo").Where(static file => Folder(file) != "Json"), static code => code.Contains("System.Text.Json", StringComparison.Ordinal));

    [Fact]
    public void The_client_knows_neither_cmdlets_nor_sessions() => AssertNone(
        Repository.Files("src/Chatalo").Where(static file => Folder(file) is "Client" or "Models" or "Json" or "Contacts"),
        static code => code.Contains("Chatalo.Commands", StringComparison.Ordinal) || code.Contains("CurrentSession", StringComparison.Ordinal));

    [Fact]
    public void Nothing_blocks_a_thread_or_loses_an_exception() => AssertNone(Repository.Files("src"), static code => Forbidden().IsMatch(code));

    [Fact]
    public void Nothing_is_put_off() => Assert.Empty(
        Repository.Files("src").Concat(Repository.Files("tests"))
            .Where(static file => Path.GetFileName(file) != "SourceConventionTests.cs" && PutOff().IsMatch(File.ReadAllText(file)))
            .Select(Repository.Short));

    [Fact]
    public void No_file_is_long_and_most_are_short()
    {
        var lengths = Repository.Files("src").ToDictionary(static file => Repository.Short(file), static file => File.ReadLines(file).Count());

        Assert.Empty(lengths.Where(static file => file.Value > LongestFile).Select(static file => $"{file.Key}: {file.Value}"));
        Assert.True(lengths.Values.Order().ElementAt(lengths.Count / 2) < LargestMedian);
    }

    [Fact]
    public void A_file_has_one_public_type_and_its_name()
    {
        var wrong = Repository.Files("src")
            .Select(static file => (File: file, Types: PublicType().Matches(Repository.Code(file)).Select(static m => m.Groups["name"].Value).ToList()))
            .Where(static found => found.Types.Count > 1 || (found.Types.Count == 1 && found.Types[0] != Path.GetFileNameWithoutExtension(found.File)))
            .Select(static found => $"{Repository.Short(found.File)}: {string.Join(", ", found.Types)}");

        Assert.Empty(wrong);
    }

    [Fact]
    public void The_scan_sees_what_it_looks_for()
    {
        // A scan that finds nothing anywhere would keep no rule.
        Assert.Contains(Repository.Files("src/Chatalo"), static file => Repository.Code(file).Contains("System.Management.Automation", StringComparison.Ordinal));
        Assert.Contains(Repository.Files("src/Chatalo"), static file => Repository.Code(file).Contains("System.Text.Json", StringComparison.Ordinal));
        Assert.Contains(Repository.Files("src/Chatalo"), static file => PublicType().IsMatch(Repository.Code(file)));
        Assert.All(["Thread.Sleep(1)", "async void Go()", "task.Result;", "task.Wait()"], static code => Assert.Matches(Forbidden(), code));
        Assert.All(["report.Result.Outcome", "signal.Wait()", "WaitUntil()", "outcome.Result!.StatusCode"], static code => Assert.DoesNotMatch(Forbidden(), code));
    }

    private static string Folder(string file) => Repository.Short(file).Split('/')[2];

    private static void AssertNone(IEnumerable<string> files, Func<string, bool> isWrong) =>
        Assert.Empty(files.Where(file => isWrong(Repository.Code(file))).Select(Repository.Short));

    [GeneratedRegex(@"\b(?:TODO|FIXME|HACK)\b|throw new NotImplementedException")]
    private static partial Regex PutOff();

    // An event's Wait is how the pipeline's thread pumps. Result is also the name of a property of ours and of Polly's outcome: the task's is told by what it is asked of.
    [GeneratedRegex(@"\bThread\.Sleep\b|\basync\s+void\b|(?:[tT]ask|Async\([^()]*\))\.Result\b|(?<!signal)\.Wait\(\)")]
    private static partial Regex Forbidden();

    [GeneratedRegex(@"^public\s+(?:(?:sealed|static|abstract|partial|readonly|unsafe|new)\s+)*(?:record\s+struct|record\s+class|record|class|struct|interface|enum)\s+(?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex PublicType();
}
