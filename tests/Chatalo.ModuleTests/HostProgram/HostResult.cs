namespace Chatalo.ModuleTests.HostProgram;

/// <summary>How a run of the host program ended.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">All of standard output.</param>
/// <param name="Error">All of standard error.</param>
public sealed record HostResult(int ExitCode, string Output, string Error)
{
    /// <summary>The lines of the output that are not empty.</summary>
    public IReadOnlyList<string> Lines => [.. Output.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries)];
}
