using System.Runtime.InteropServices;

namespace Chatalo.Host;

/// <summary>Makes a Windows console understand escape sequences; other terminals do by themselves.</summary>
internal static class VirtualTerminal
{
    private const int StandardOutput = -11;
    private const uint ProcessEscapeSequences = 0x0004;

    /// <summary>Switches escape sequences on.</summary>
    /// <returns>Whether the terminal understands them.</returns>
    public static bool Enable()
    {
        if (!OperatingSystem.IsWindows())
        {
            return Environment.GetEnvironmentVariable("TERM") != "dumb";
        }

        var handle = GetStdHandle(StandardOutput);
        return GetConsoleMode(handle, out var mode) && SetConsoleMode(handle, mode | ProcessEscapeSequences);
    }

    [DllImport("kernel32.dll")]
    private static extern nint GetStdHandle(int handle);

    [DllImport("kernel32.dll")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool GetConsoleMode(nint handle, out uint mode);

    [DllImport("kernel32.dll")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool SetConsoleMode(nint handle, uint mode);
}
