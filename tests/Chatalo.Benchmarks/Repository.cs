namespace Chatalo.Benchmarks;

/// <summary>Where things are.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Module => Path.Combine(Root, "out", "Chatalo", "Chatalo.psd1");

    public static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Chatalo.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("Chatalo.sln is not above this program.");
    }
}
