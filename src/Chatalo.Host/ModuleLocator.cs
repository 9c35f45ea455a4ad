namespace Chatalo.Host;

/// <summary>Finds the built module.</summary>
internal static class ModuleLocator
{
    private const string Manifest = "Chatalo.psd1";

    /// <summary>Finds the manifest of the module: the one <paramref name="setting"/> names, else the nearest <c>out/Chatalo</c> upward.</summary>
    /// <param name="folder">Where the search starts.</param>
    /// <param name="setting">The value of CHATALO_MODULE: a folder, a manifest, or nothing.</param>
    /// <returns>The full path of the manifest.</returns>
    /// <exception cref="FileNotFoundException">There is no module; the message says what to do.</exception>
    public static string Find(string folder, string? setting)
    {
        if (!string.IsNullOrWhiteSpace(setting))
        {
            var named = Path.GetFullPath(Directory.Exists(setting) ? Path.Combine(setting, Manifest) : setting);
            return File.Exists(named)
                ? named
                : throw new FileNotFoundException($"CHATALO_MODULE says '{setting}', and no module is there.", named);
        }

        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            var candidate = Path.Combine(at.FullName, "out", "Chatalo", Manifest);
            if (File.Exists(candidate))
            {
                return candidate;
            }
        }

        throw new FileNotFoundException($"No out/Chatalo/{Manifest} above '{folder}': run 'dotnet build' first, or set CHATALO_MODULE.");
    }
}
