using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Chatalo.Text;

namespace Chatalo.Completion;

/// <summary>Completes an argument: what matches the word typed so far, quoted so that the line runs. Never an error.</summary>
public abstract class Completer : IArgumentCompleter
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(400);

    /// <inheritdoc />
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        try
        {
            var pattern = WildcardPattern.Get(WildcardPattern.Escape(Unquote(wordToComplete)) + "*", WildcardOptions.IgnoreCase);
            return Candidates(fakeBoundParameters)
                .Where(c => pattern.IsMatch(c.Value) || pattern.IsMatch(c.Text))
                // A name that a terminal would act on is not put on the command line.
                .Where(c => c.Value == DisplayText.Plain(c.Value))
                .Select(c => new CompletionResult(Quote(c.Value), DisplayText.Line(c.Text), CompletionResultType.ParameterValue, DisplayText.Line(c.ToolTip)))
                .ToArray();
        }
        catch (Exception e) when (e is not PipelineStoppedException)
        {
            // A completion that fails must leave the prompt as it was.
            return [];
        }
    }

    /// <summary>What can stand here.</summary>
    private protected abstract IEnumerable<Candidate> Candidates(IDictionary boundParameters);

    /// <summary>The session that the command line names, or this runspace's.</summary>
    private protected static Session? SessionOf(IDictionary boundParameters)
    {
        var given = boundParameters["Session"] is PSObject wrapped ? wrapped.BaseObject : boundParameters["Session"];
        var session = given as Session ?? CurrentSession.Value;
        return session is { IsConnected: true } ? session : null;
    }

    /// <summary>What is found within half a second; the prompt waits no longer.</summary>
    private protected static IReadOnlyList<Candidate> InTime(Func<Task<IReadOnlyList<Candidate>>> fetch)
    {
        // On the thread pool: the pipeline thread must be free to give up.
        var candidates = Task.Run(fetch);
        return Task.WhenAny(candidates, Task.Delay(Patience)).GetAwaiter().GetResult() == candidates && candidates.Status == TaskStatus.RanToCompletion
            ? candidates.GetAwaiter().GetResult()
            : [];
    }

    private static string Unquote(string? word) => (word ?? "").Trim('\'', '"');

    private static string Quote(string value)
        => value.Length > 0 && value.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.') && !value.StartsWith("-", StringComparison.Ordinal)
            ? value
            : $"'{CodeGeneration.EscapeSingleQuotedStringContent(value)}'";

    /// <summary>One thing that can stand here.</summary>
    private protected readonly record struct Candidate(string Value, string Text, string ToolTip);
}
