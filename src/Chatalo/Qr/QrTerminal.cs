using System.Text;

namespace Chatalo.Qr;

/// <summary>Draws a QR code as text: dark on light, with a quiet zone around it.</summary>
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

    /// <summary>The whole drawing as one text.</summary>
    /// <param name="matrix">The code.</param>
    /// <param name="ascii">Of ASCII alone.</param>
    /// <param name="colours">False for a terminal that shows no colour sequences; it is taken to be light on dark.</param>
    public static string Text(QrMatrix matrix, bool ascii, bool colours)
    {
        var ink = colours ? QrInk.Colours : QrInk.LightOnDark;
        return string.Join(Environment.NewLine, ascii ? Ascii(matrix, ink) : HalfBlocks(matrix, ink));
    }

    /// <summary>Two modules a character, one above the other: version 13 and smaller fit 80 columns.</summary>
    /// <param name="matrix">The code.</param>
    /// <param name="ink">What it is drawn with.</param>
    /// <param name="quietZone">Modules of quiet zone on each side.</param>
    public static string[] HalfBlocks(QrMatrix matrix, QrInk ink = QrInk.Colours, int quietZone = QrEncoder.QuietZone)
    {
        var side = matrix.Size + (2 * quietZone);
        return Enumerable.Range(0, (side + 1) / 2).Select(line =>
        {
            var text = new StringBuilder(side);
            for (var column = 0; column < side; column++)
            {
                var upper = IsInk(matrix, ink, (2 * line) - quietZone, column - quietZone);
                var lower = IsInk(matrix, ink, (2 * line) + 1 - quietZone, column - quietZone);
                text.Append(upper ? lower ? '\u2588' : '\u2580' : lower ? '\u2584' : ' ');
            }

            return ink == QrInk.Colours ? DarkOnLight + text + Reset : text.ToString();
        }).ToArray();
    }

    /// <summary>
    /// Two characters a module, of ASCII alone: for output that cannot hold block characters. The ink has its background's colour, as the
    /// gaps in a number sign would make a module grey.
    /// </summary>
    /// <inheritdoc cref="HalfBlocks" />
    public static string[] Ascii(QrMatrix matrix, QrInk ink = QrInk.Colours, int quietZone = QrEncoder.QuietZone)
    {
        var side = matrix.Size + (2 * quietZone);
        return Enumerable.Range(0, side).Select(row =>
        {
            var text = string.Concat(Enumerable.Range(0, side).Select(column => IsInk(matrix, ink, row - quietZone, column - quietZone) ? Ink : Blank));
            return ink == QrInk.Colours ? Colour(text) : text;
        }).ToArray();
    }

    // Outside the code, in its quiet zone, it is light.
    private static bool IsInk(QrMatrix matrix, QrInk ink, int row, int column)
    {
        var isDark = row >= 0 && column >= 0 && row < matrix.Size && column < matrix.Size && matrix[row, column];
        return isDark == (ink != QrInk.LightOnDark);
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
}
