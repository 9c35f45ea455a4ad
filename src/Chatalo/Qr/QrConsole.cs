using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Chatalo.Qr;

/// <summary>What the console of this process can show.</summary>
internal static class QrConsole
{
    // The colours 7 and 9 to 15 of the sixteen are light: white, grey and the bright ones.
    private const int LightGrey = 7;
    private const int DarkGrey = 8;

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

    /// <summary>Whether the user wants no colours (https://no-color.org), or the terminal has none.</summary>
    public static bool IsPlain
        => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) || Environment.GetEnvironmentVariable("TERM") == "dumb";

    /// <summary>Characters in a line of its window; null where it has none, and then everything fits.</summary>
    public static int? Columns => Measure(static () => Console.WindowWidth);

    /// <summary>Lines of its window; null where it has none.</summary>
    public static int? Rows => Measure(static () => Console.WindowHeight);

    /// <summary>What to draw with.</summary>
    /// <param name="plain">Whether colour sequences are not wanted, or are taken out on their way.</param>
    public static QrInk Ink(bool plain) => !plain ? QrInk.Colours : HasLightBackground ? QrInk.DarkOnLight : QrInk.LightOnDark;

    // Its formatting counts colour sequences as if they were shown, and would break each line of a coloured code in two.
    internal static bool IsWindowsPowerShell { get; } = RuntimeInformation.FrameworkDescription.StartsWith(".NET Framework", StringComparison.Ordinal);

    /// <summary>Whether the background is light: the variable COLORFGBG, which terminals of Linux set, or Windows tells; else it is taken to be dark.</summary>
    private static bool HasLightBackground
    {
        get
        {
            var background = (Environment.GetEnvironmentVariable("COLORFGBG") ?? "").Split(';').Last();
            if (!int.TryParse(background, NumberStyles.None, CultureInfo.InvariantCulture, out var colour))
            {
                colour = RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? Measure(static () => (int)Console.BackgroundColor) ?? 0 : 0;
            }

            return colour is LightGrey or > DarkGrey;
        }
    }

    /// <summary>The lines of a code for a layout.</summary>
    public static string[] Draw(QrMatrix matrix, QrLayout layout, QrInk ink)
        => HasBlocks ? QrTerminal.HalfBlocks(matrix, ink, layout.QuietZone) : QrTerminal.Ascii(matrix, ink, layout.QuietZone);

    /// <summary>A sentence why a code is not drawn here.</summary>
    public static string TooSmall(QrMatrix matrix, int extraLines)
    {
        var least = QrLayout.Smallest(matrix.Size, HasBlocks);
        return string.Format(
            CultureInfo.InvariantCulture, "The code needs a window of {0} columns and {1} lines, and this one has {2} and {3}{4}.",
            least.Width + 1, least.Lines + extraLines, Columns, Rows, HasBlocks ? "" : ", in an encoding without block characters");
    }

    private static int? Measure(Func<int> read)
    {
        try
        {
            return IsRedirected || read() is var value && value <= 0 ? null : value;
        }
        catch (Exception e) when (e is IOException or PlatformNotSupportedException)
        {
            return null;
        }
    }
}
