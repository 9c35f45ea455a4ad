#if NET8_0_OR_GREATER
using System.Runtime.InteropServices;
#endif

namespace Chatalo.Files;

/// <summary>Looks at what stands where a file is to be written: only a regular file is ever replaced, and no device, pipe, socket or link.</summary>
internal static class TargetFile
{
    private const int TypeMask = 0xF000;
    private const int RegularFile = 0x8000;

    /// <exception cref="ChataloException">The path cannot be written, or leave is missing to replace what is there.</exception>
    public static void Check(string path, bool force)
    {
        if (path.IndexOf('\0') >= 0)
        {
            throw new ChataloException(ErrorKind.InvalidInput, "The path holds a NUL character.", "Give a path without it.");
        }

        if (Directory.Exists(path))
        {
            throw new ChataloException(ErrorKind.InvalidInput, $"'{path}' is a folder.", "Give a file's path.");
        }

        if (IsLink(path))
        {
            throw new ChataloException(ErrorKind.InvalidInput, $"'{path}' is a link.", "Give the path of the file that it leads to.");
        }

        if (!File.Exists(path))
        {
            return;
        }

        if (!IsRegular(path))
        {
            throw new ChataloException(ErrorKind.InvalidInput, $"'{path}' is not a regular file, but a device, a pipe or a socket.", "Give the path of a file.");
        }

        if (!force)
        {
            throw new ChataloException(ErrorKind.InvalidInput, $"'{path}' is there already.", "Give another name, or -Force to replace it.");
        }
    }

    private static bool IsLink(string path)
    {
#if NET8_0_OR_GREATER
        try
        {
            return new FileInfo(path).LinkTarget is not null;
        }
        catch (IOException)
        {
            return false;
        }
#else
        return false;
#endif
    }

    // .NET tells a device from a file nowhere. The runtime's own library does: its result has the same form on every Unix.
    private static bool IsRegular(string path)
    {
#if NET8_0_OR_GREATER
        if (OperatingSystem.IsWindows())
        {
            return true;
        }

        var status = new int[64];
        try
        {
            return Stat(path, status) != 0 || (status[1] & TypeMask) == RegularFile;
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            return true;
        }
    }

    [DllImport("libSystem.Native", EntryPoint = "SystemNative_Stat", CharSet = CharSet.Ansi)]
    private static extern int Stat([MarshalAs(UnmanagedType.LPUTF8Str)] string path, [Out] int[] status);
#else
        return true;
    }
#endif
}
