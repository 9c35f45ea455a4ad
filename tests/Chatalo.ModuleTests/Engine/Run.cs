using System.Management.Automation;

namespace Chatalo.ModuleTests.Engine;

/// <summary>All that a script did, by stream.</summary>
public sealed record Run
{
    /// <summary>The objects it wrote; null where it wrote null.</summary>
    public required IReadOnlyList<PSObject> Output { get; init; }

    /// <summary>Its non-terminating errors.</summary>
    public required IReadOnlyList<ErrorRecord> Errors { get; init; }

    public required IReadOnlyList<string> Warnings { get; init; }

    public required IReadOnlyList<string> Verbose { get; init; }

    public required IReadOnlyList<string> Debug { get; init; }

    public required IReadOnlyList<string> Information { get; init; }

    public required IReadOnlyList<ProgressRecord> Progress { get; init; }

    /// <summary>Whether any error was written or thrown, caught ones too: the engine's own count.</summary>
    public required bool HadErrors { get; init; }

    /// <summary>The terminating error, or <see cref="PipelineStoppedException"/> if it was stopped.</summary>
    public required Exception? Exception { get; init; }

    /// <summary>The record of the terminating error.</summary>
    public ErrorRecord? TerminatingError => (Exception as IContainsErrorRecord)?.ErrorRecord;

    /// <summary>
    /// The ids of all errors, the terminating one last, without the command the engine appends: <c>Chatalo.InvalidInput</c>.
    /// </summary>
    public IReadOnlyList<string> ErrorIds =>
        [.. Errors.Append(TerminatingError).OfType<ErrorRecord>().Select(static e => e.FullyQualifiedErrorId.Split(',')[0])];

    /// <summary>The output, unwrapped.</summary>
    /// <exception cref="InvalidCastException">An object is not a <typeparamref name="T"/>.</exception>
    public IReadOnlyList<T> Values<T>() => [.. Output.Select(static o => (T)o.BaseObject)];

    /// <summary>The one object it wrote.</summary>
    public PSObject Single() => Assert.Single(Ok().Output);

    /// <summary>A property of every object: the types of the module are in a context of their own and cannot be cast to here.</summary>
    public IReadOnlyList<object?> Property(string name) => [.. Output.Select(o => Plain(o.Properties[name]?.Value))];

    /// <summary>This run, if it had no errors.</summary>
    /// <exception cref="InvalidOperationException">It had; the message lists them.</exception>
    public Run Ok() => Errors.Count == 0 && Exception is null ? this : throw new InvalidOperationException(Describe(), Exception);

    /// <summary>The errors in words, for the message of a failed test.</summary>
    public string Describe() => string.Join(
        Environment.NewLine, Errors.Append(TerminatingError).OfType<ErrorRecord>().Select(static e => $"{e.FullyQualifiedErrorId}: {e}\n{e.ScriptStackTrace}"));

    private static object? Plain(object? value) => value is PSObject { BaseObject: not PSCustomObject and var inner } ? inner : value;
}
