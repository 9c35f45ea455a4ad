#if NET8_0_OR_GREATER
using System.Runtime.InteropServices;

#endif
namespace Chatalo.Files;

/// <summary>The files that are being written, so that a process that is told to end (SIGTERM, a closed window) leaves none half.</summary>
internal static class OpenParts
{
    private static readonly HashSet<string> Paths = new(StringComparer.Ordinal);

#if NET8_0_OR_GREATER
    // PowerShell 7 ends at these signals without the event of a process that exits. Held, because a registration that is collected ends.
    private static readonly IDisposable[] Signals = RegisterSignals();
#endif

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

#if NET8_0_OR_GREATER
    private static IDisposable[] RegisterSignals()
    {
        try
        {
            // The signal goes on to what else waits for it, and ends the process.
            return
            [
                PosixSignalRegistration.Create(PosixSignal.SIGTERM, static _ => DeleteAll()),
                PosixSignalRegistration.Create(PosixSignal.SIGHUP, static _ => DeleteAll()),
            ];
        }
        catch (Exception e) when (e is IOException or PlatformNotSupportedException)
        {
            return [];
        }
    }
#endif

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
