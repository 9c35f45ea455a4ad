#if NET8_0_OR_GREATER
using System.Runtime.InteropServices;
#endif

namespace Chatalo.Campaigns.Stores;

/// <summary>Puts a finished file into its place, and finds the place that a symbolic link means.</summary>
internal static class FilePlace
{
    /// <summary>
    /// Gives a file its name, unless there is a file of that name. <see cref="File.Move(string, string)"/> does not do it on Unix: it looks first and then
    /// renames, so that of two processes the second one's file replaces the first one's.
    /// </summary>
    /// <returns>False when there is a file of that name.</returns>
    /// <exception cref="IOException">It cannot be given the name.</exception>
    public static bool TryTake(string file, string place)
    {
#if NET8_0_OR_GREATER
        if (!OperatingSystem.IsWindows())
        {
            const int Exists = 17;
            if (Link(file, place) == 0)
            {
                File.Delete(file);
                return true;
            }

            if (Marshal.GetLastPInvokeError() == Exists)
            {
                return false;
            }

            // A file system without hard links.
        }
#endif
        try
        {
            File.Move(file, place);
            return true;
        }
        catch (IOException) when (File.Exists(place))
        {
            return false;
        }
    }

    /// <summary>Where a path leads if it is a symbolic link, there or not; else the path.</summary>
    public static string Target(string path)
    {
#if NET8_0_OR_GREATER
        try
        {
            return File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What is wrong with it is told when it is opened.
            return path;
        }
#else
        // .NET Framework does not tell; Windows itself follows links when the file is opened.
        return path;
#endif
    }

#if NET8_0_OR_GREATER
    [DllImport("libc", EntryPoint = "link", SetLastError = true)]
    private static extern int Link([MarshalAs(UnmanagedType.LPUTF8Str)] string file, [MarshalAs(UnmanagedType.LPUTF8Str)] string name);
#endif
}
