namespace Chatalo.ModuleTests.Engine;

/// <summary>Where <c>dotnet build</c> laid the module out.</summary>
public static class BuiltModule
{
    /// <summary>The folder out/Chatalo.</summary>
    public static string Folder { get; } = Find();

    /// <summary>The manifest in it.</summary>
    public static string Manifest { get; } = Path.Combine(Folder, "Chatalo.psd1");

    private static string Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var candidate = Path.Combine(at.FullName, "out", "Chatalo");
            if (File.Exists(Path.Combine(candidate, "Chatalo.psd1")))
            {
                return candidate;
            }
        }

        throw new DirectoryNotFoundException($"No out/Chatalo above {AppContext.BaseDirectory}: build the module first.");
    }
}
