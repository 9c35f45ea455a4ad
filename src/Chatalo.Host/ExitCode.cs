namespace Chatalo.Host;

/// <summary>The exit codes the program chooses by itself; <c>exit n</c> in a script overrules them.</summary>
internal static class ExitCode
{
    /// <summary>All went well.</summary>
    public const int Success = 0;

    /// <summary>A terminating error, or the last command failed.</summary>
    public const int Failure = 1;

    /// <summary>The command line is wrong (EX_USAGE, the code <c>pwsh</c> uses).</summary>
    public const int Usage = 64;

    /// <summary>Ctrl+C ended it (128 + SIGINT, as shells have it).</summary>
    public const int Interrupted = 130;
}
