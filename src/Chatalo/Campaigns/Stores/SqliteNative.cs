#if !NET8_0_OR_GREATER
using System.Runtime.InteropServices;
#endif

namespace Chatalo.Campaigns.Stores;

/// <summary>
/// Finds SQLite's own library. PowerShell 7 finds it through the module's load context; Windows PowerShell 5.1 looks only beside its own
/// program, but takes a library of that name that is loaded already.
/// </summary>
internal static class SqliteNative
{
#if NET8_0_OR_GREATER
    public static void Prepare()
    {
    }
#else
    private static readonly Lazy<IntPtr> Library = new(Load);

    public static void Prepare() => _ = Library.Value;

    private static IntPtr Load()
    {
        if (!RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
        {
            return IntPtr.Zero;
        }

        var folder = Path.GetDirectoryName(typeof(SqliteNative).Assembly.Location)!;
        var architecture = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
        var path = Path.Combine(folder, "runtimes", "win-" + architecture, "native", "e_sqlite3.dll");
        var library = LoadLibrary(path);
        return library != IntPtr.Zero
            ? library
            : throw new ChataloException(
                ErrorKind.StoreUnavailable, $"SQLite's library for this machine ({architecture}) cannot be loaded from {path}.",
                "Campaigns need a 64-bit Windows PowerShell or PowerShell 7.");
    }

    [DllImport("kernel32", EntryPoint = "LoadLibraryW", CharSet = CharSet.Unicode, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern IntPtr LoadLibrary(string path);
#endif
}
