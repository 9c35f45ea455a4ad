using System.Runtime.InteropServices;
using System.Text;

namespace Chatalo.Qr;

/// <summary>What the console of this process can show.</summary>
internal static class QrConsole
{
    /// <summary>Whether its encoding has the half blocks; old code pages such as 1252 have not.</summary>
    public static bool HasBlocks
    {
        get
        {
            try
            {
                const string Blocks = "\u2580\u2584\u2588";
                var encoding = Console.OutputEncoding;
                return encoding.GetString(encoding.GetBytes(Blocks)) == Blocks;
            }
            catch (Exception e) when (e is IOException or PlatformNotSupportedException or EncoderFallbackException)
            {
                return false;
            }
        }
    }

    /// <summary>Whether what is written to it goes to a file or another program, where nobody scans it.</summary>
    public static bool IsRedirected => Console.IsOutputRedirected;

    // Its formatting counts colour sequences as if they were shown, and would break each line of a coloured code in two.
    private static bool IsWindowsPowerShell { get; } = RuntimeInformation.FrameworkDescription.StartsWith(".NET Framework", StringComparison.Ordinal);

    /// <summary>Characters in a line of its window; null where it has none, and then everything fits.</summary>
    private static int? Columns
    {
        get
        {
            try
            {
                return IsRedirected || Console.WindowWidth <= 0 ? null : Console.WindowWidth;
            }
            catch (Exception e) when (e is IOException or PlatformNotSupportedException)
            {
                return null;
            }
        }
    }

    /// <summary>Draws a code for this console, or says how wide its window would have to be.</summary>
    public static string Draw(QrMatrix matrix) => QrTerminal.Fit(matrix, HasBlocks, Columns);

    /// <summary>The same, line by line, for PowerShell's formatting.</summary>
    public static string[] DrawLines(QrMatrix matrix)
        => QrTerminal.Fit(matrix, HasBlocks, Columns, colours: !IsWindowsPowerShell).Replace("\r", "").Split('\n');
}
