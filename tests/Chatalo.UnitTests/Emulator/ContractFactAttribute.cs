namespace Chatalo.UnitTests.Emulator;

/// <summary>A test that needs Node and the shared contract check; skipped, with the reason, where either is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ContractFactAttribute : FactAttribute
{
    public ContractFactAttribute()
    {
        if (CheckScript is null)
        {
            Skip = "shared/contract/check.mjs is not beside this repository";
        }
        else if (Node is null)
        {
            Skip = "node is not on the PATH";
        }
    }

    internal static string? Node { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Where(folder => folder.Length > 0)
        .SelectMany(folder => new[] { Path.Combine(folder, "node"), Path.Combine(folder, "node.exe") })
        .FirstOrDefault(File.Exists);

    internal static string? CheckScript { get; } = FindCheckScript();

    private static string? FindCheckScript()
    {
        // A worktree may lie deeper than the repository itself, so every folder above is looked into.
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var script = Path.Combine(folder.FullName, "shared", "contract", "check.mjs");
            if (File.Exists(script))
            {
                return script;
            }
        }

        return null;
    }
}
