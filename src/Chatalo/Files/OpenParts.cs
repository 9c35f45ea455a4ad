namespace Chatalo.Files;

/// <summary>The files that are being written, so that a process that is told to end (SIGTERM, a closed window) leaves none half.</summary>
internal static class OpenParts
{
    private static readonly HashSet<string> Paths = new(StringComparer.Ordinal);

    static OpenParts() => AppDomain.CurrentDomain.ProcessExit += static (_, _) => DeleteAll();

    public static void Add(string path)
    {
        lock (Paths)
        {
            Paths.Add(path);
        }
    }

    /// <summary>Deletes a file that was not moved to its place.</summary>
    public static void Remove(string path)
    {
        lock (Paths)
        {
            Paths.Remove(path);
        }

        if (File.Exists(path))
        {
            File.Delete(path);
        }
    }

    private static void DeleteAll()
    {
        lock (Paths)
        {
            foreach (var path in Paths)
            {
                try
                {
                    File.Delete(path);
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException)
                {
                    // The process ends; there is nobody to tell.
                }
            }
        }
    }
}
