using System.Runtime.InteropServices;

namespace Chatalo.Campaigns.Stores;

/// <summary>Which file a path leads to, links followed: two paths with the same device and number are one file.</summary>
/// <param name="Device">The file system's number.</param>
/// <param name="Number">The inode, or Windows' file index.</param>
/// <param name="Names">How many names (hard links) the file has.</param>
/// <remarks>Never opens the file on Unix: closing a second handle would drop the locks that SQLite holds for the process.</remarks>
internal readonly record struct FileIdentity(ulong Device, ulong Number, uint Names)
{
    public bool IsSameFile(FileIdentity? other) => other is { } o && o.Device == Device && o.Number == Number;

    /// <returns>Null when there is no file, or when this machine does not tell.</returns>
    public static FileIdentity? Of(string path)
    {
        try
        {
#if NET8_0_OR_GREATER
            return OperatingSystem.IsWindows() ? OfWindows(path) : OperatingSystem.IsMacOS() ? OfMac(path) : OfLinux(path);
#else
            return OfWindows(path);
#endif
        }
        catch (Exception e) when (e is EntryPointNotFoundException or DllNotFoundException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static FileIdentity? OfWindows(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return GetFileInformationByHandle(file.SafeFileHandle.DangerousGetHandle(), out var found)
            ? new FileIdentity(found.Volume, ((ulong)found.IndexHigh << 32) | found.IndexLow, found.Links)
            : null;
    }

    [DllImport("kernel32", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern bool GetFileInformationByHandle(IntPtr file, out WindowsFile found);

    // BY_HANDLE_FILE_INFORMATION.
    [StructLayout(LayoutKind.Explicit, Size = 52)]
    private struct WindowsFile
    {
        [FieldOffset(28)]
        public uint Volume;
        [FieldOffset(40)]
        public uint Links;
        [FieldOffset(44)]
        public uint IndexHigh;
        [FieldOffset(48)]
        public uint IndexLow;
    }

#if NET8_0_OR_GREATER
    private static FileIdentity? OfLinux(string path)
    {
        const int FromCurrentFolder = -100;
        const uint InodeAndLinks = 0x100 | 0x4;
        return Statx(FromCurrentFolder, path, 0, InodeAndLinks, out var found) == 0
            ? new FileIdentity(((ulong)found.DeviceMajor << 32) | found.DeviceMinor, found.Inode, found.Links)
            : null;
    }

    private static FileIdentity? OfMac(string path)
    {
        // On x64 the plain name is the old call with inodes of 32 bits.
        var code = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? StatX64(path, out var found) : Stat(path, out found);
        return code == 0 ? new FileIdentity(found.Device, found.Inode, found.Links) : null;
    }

    [DllImport("libc", EntryPoint = "statx", SetLastError = true)]
    private static extern int Statx(int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, out LinuxFile found);

    [DllImport("libc", EntryPoint = "stat", SetLastError = true)]
    private static extern int Stat([MarshalAs(UnmanagedType.LPUTF8Str)] string path, out MacFile found);

    [DllImport("libc", EntryPoint = "stat$INODE64", SetLastError = true)]
    private static extern int StatX64([MarshalAs(UnmanagedType.LPUTF8Str)] string path, out MacFile found);

    // struct statx of the kernel's interface (statx(2)), the same on every processor.
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct LinuxFile
    {
        [FieldOffset(16)]
        public uint Links;
        [FieldOffset(32)]
        public ulong Inode;
        [FieldOffset(136)]
        public uint DeviceMajor;
        [FieldOffset(140)]
        public uint DeviceMinor;
    }

    // struct stat with inodes of 64 bits (stat(2) of macOS).
    [StructLayout(LayoutKind.Explicit, Size = 144)]
    private struct MacFile
    {
        [FieldOffset(0)]
        public uint Device;
        [FieldOffset(6)]
        public ushort Links;
        [FieldOffset(8)]
        public ulong Inode;
    }
#endif
}
