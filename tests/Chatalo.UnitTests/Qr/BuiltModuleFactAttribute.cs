using Chatalo.UnitTests.Conventions;

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

    public static string Folder(string edition) => Path.Combine(Repository.ModuleFolder, "bin", edition);
}
