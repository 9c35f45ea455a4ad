using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Chatalo.Kills;

/// <summary>Sends signals.</summary>
internal static class Signals
{
    private const int Continue = 18;

    public static void Send(int process, KillSignal signal) => Raise(process, (int)signal);

    public static void Wake(int process) => Raise(process, Continue);

    private static void Raise(int process, int signal)
    {
        const int NoSuchProcess = 3;
        if (kill(process, signal) != 0 && Marshal.GetLastPInvokeError() != NoSuchProcess)
        {
            throw new Win32Exception();
        }
    }

    [DllImport("libc", SetLastError = true)]
    private static extern int kill(int process, int signal);
}
