using System.Text;
using QRCoder;

namespace Chatalo.Qr;

/// <summary>Draws a QR code as text: dark on light, with the quiet zone of four modules.</summary>
/// <remarks>
/// The colours are 16 and 231 of the 256: black and white in every terminal. The first sixteen belong to the user's theme, and some
/// themes swap black and white; 24-bit colours are unknown to older terminals. These two are known to Windows Terminal, the console of
/// Windows 10 and later, tmux, screen and the terminals of Linux and macOS. Foreground and background are set on each line and
/// reset at its end, so that a scrolled, wrapped or copied line colours nothing else.
/// </remarks>
internal static class QrTerminal
{
    private const string DarkOnLight = "\u001b[38;5;16;48;5;231m";
    private const string DarkOnDark = "\u001b[38;5;16;48;5;16m";
    private const string Reset = "\u001b[0m";
    private const string Ink = "##";
    private const string Blank = "  ";

    /// <summary>Two modules a character, one above the other: version 13 and smaller fit 80 columns.</summary>
    /// <param name="matrix">The code.</param>
    /// <param name="colours">
    /// Without colours the characters must be light on the terminal's own dark background, so blocks are drawn where the code is light.
    /// </param>
    public static string HalfBlocks(QrMatrix matrix, bool colours = true)
    {
        using var data = QrEncoder.ToData(matrix);
        using var renderer = new AsciiQRCode(data);
        var lines = renderer.GetGraphicSmall(invert: colours).Split('\n');
        return Join(colours ? lines.Select(line => DarkOnLight + line + Reset) : lines);
    }

    /// <summary>
    /// Two characters a module, of ASCII alone: for output that cannot hold block characters. The ink has its background's colour, as the
    /// gaps in a number sign would make a module grey.
    /// </summary>
    /// <param name="matrix">The code.</param>
    /// <param name="colours">As with <see cref="HalfBlocks"/>.</param>
    public static string Ascii(QrMatrix matrix, bool colours = true)
    {
        using var data = QrEncoder.ToData(matrix);
        using var renderer = new AsciiQRCode(data);
        return Join(colours ? renderer.GetLineByLineGraphic(1, Ink, Blank).Select(Colour) : renderer.GetLineByLineGraphic(1, Blank, Ink));
    }

    /// <summary>
    /// Draws the code if each of its lines fits the window: a wrapped code cannot be scanned. A sentence says so if not. A line that is just as long as the window
    /// is wrapped by some consoles, so that does not fit.
    /// </summary>
    /// <param name="matrix">The code.</param>
    /// <param name="blocks">Whether half blocks can be shown.</param>
    /// <param name="columns">Characters in a line of the window; null when that is not known.</param>
    /// <param name="colours">As with <see cref="HalfBlocks"/>.</param>
    public static string Fit(QrMatrix matrix, bool blocks, int? columns, bool colours = true)
    {
        var width = (matrix.Size + (2 * QrEncoder.QuietZone)) * (blocks ? 1 : Ink.Length);
        return width >= columns
            ? $"The code is {width} characters wide and the window {columns}. Make the window wider{(blocks ? "" : ", or its encoding UTF-8,")} or save the code with -OutFile."
            : blocks ? HalfBlocks(matrix, colours) : Ascii(matrix, colours);
    }

    private static string Colour(string line)
    {
        var coloured = new StringBuilder();
        for (var i = 0; i < line.Length; i++)
        {
            if (i == 0 || line[i] != line[i - 1])
            {
                coloured.Append(line[i] == Ink[0] ? DarkOnDark : DarkOnLight);
            }

            coloured.Append(line[i]);
        }

        return coloured.Append(Reset).ToString();
    }

    private static string Join(IEnumerable<string> lines) => string.Join(Environment.NewLine, lines);
}
