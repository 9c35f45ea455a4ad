namespace Chatalo.UnitTests.Qr;

/// <summary>A test on the module as it was laid out for a edition; skipped where only the other edition was built.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BuiltModuleFactAttribute : FactAttribute
{
    public BuiltModuleFactAttribute(string edition)
    {
        if (!File.Exists(Path.Combine(Folder(edition), "Chatalo.dll")))
        {
            Skip = $"The module was not built for {edition}.";
        }
    }

    public static string Folder(string edition)
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Chatalo.sln")))
        {
            root = Path.GetDirectoryName(root) ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return Path.Combine(root, "out", "Chatalo", "bin", edition);
    }
}
