namespace Chatalo.UnitTests.Qr;

/// <summary>A test on the module as it was laid out for a framework; skipped where only the other framework was built.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BuiltModuleFactAttribute : FactAttribute
{
    public BuiltModuleFactAttribute(string framework)
    {
        if (!File.Exists(Path.Combine(Folder(framework), "Chatalo.dll")))
        {
            Skip = $"The module was not built for {framework}.";
        }
    }

    public static string Folder(string framework)
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Chatalo.sln")))
        {
            root = Path.GetDirectoryName(root) ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return Path.Combine(root, "out", "Chatalo", "bin", framework);
    }
}
