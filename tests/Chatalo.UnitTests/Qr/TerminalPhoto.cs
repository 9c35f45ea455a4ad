using System.Globalization;

namespace Chatalo.UnitTests.Qr;

/// <summary>
/// A small terminal: takes text with colour sequences and shows it as a grid of brightness, two square half cells a character. Its own
/// colours are light grey on nearly black, and anything it does not know fails the test.
/// </summary>
internal static class TerminalPhoto
{
    private const byte ThemeInk = 204;
    private const byte ThemePaper = 12;

    // Colours 16 and 231 of the 256 are black and white; the tests know no others.
    private static readonly Dictionary<string, byte> Colours = new() { ["16"] = 0, ["231"] = 255 };

    /// <summary>Two rows a line, one above the other; columns as characters.</summary>
    public static byte[,] Take(string text)
    {
        var lines = text.Split(Environment.NewLine).Select(Cells).ToArray();
        var width = lines.Max(l => l.Count);
        var photo = new byte[lines.Length * 2, width];
        for (var line = 0; line < lines.Length; line++)
        {
            for (var column = 0; column < width; column++)
            {
                var cell = column < lines[line].Count ? lines[line][column] : (Upper: ThemePaper, Lower: ThemePaper);
                (photo[2 * line, column], photo[(2 * line) + 1, column]) = (cell.Upper, cell.Lower);
            }
        }

        return photo;
    }

    /// <summary>The photo with each half cell as a square of pixels, and some of the terminal's own background around it.</summary>
    public static byte[,] Enlarge(byte[,] photo, int pixels = 4, int margin = 8)
    {
        var large = new byte[(photo.GetLength(0) * pixels) + (2 * margin), (photo.GetLength(1) * pixels) + (2 * margin)];
        for (var y = 0; y < large.GetLength(0); y++)
        {
            for (var x = 0; x < large.GetLength(1); x++)
            {
                var (row, column) = ((int)Math.Floor((y - margin) / (double)pixels), (int)Math.Floor((x - margin) / (double)pixels));
                var inside = row >= 0 && column >= 0 && row < photo.GetLength(0) && column < photo.GetLength(1);
                large[y, x] = inside ? photo[row, column] : ThemePaper;
            }
        }

        return large;
    }

    private static List<(byte Upper, byte Lower)> Cells(string line)
    {
        var cells = new List<(byte, byte)>();
        var (ink, paper) = (ThemeInk, ThemePaper);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '\u001b')
            {
                var end = line.IndexOf('m', i);
                (ink, paper) = Apply(line.Substring(i + 1, end - i - 1), ink, paper);
                i = end;
                continue;
            }

            cells.Add(line[i] switch
            {
                ' ' => (paper, paper),
                '█' => (ink, ink),
                '▀' => (ink, paper),
                '▄' => (paper, ink),
                // Thin strokes: only half of the cell has the ink's colour.
                '#' => ((byte)((ink + paper) / 2), (byte)((ink + paper) / 2)),
                var other => throw new InvalidOperationException($"Not a character of a QR code: U+{(int)other:X4}."),
            });
        }

        // A line that does not reset would colour what follows it.
        Assert.Equal((ThemeInk, ThemePaper), (ink, paper));
        return cells;
    }

    private static (byte Ink, byte Paper) Apply(string sequence, byte ink, byte paper)
    {
        Assert.StartsWith("[", sequence);
        var codes = new Queue<string>(sequence[1..].Split(';'));
        while (codes.Count > 0)
        {
            switch (int.Parse(codes.Dequeue(), CultureInfo.InvariantCulture))
            {
                case 0:
                    (ink, paper) = (ThemeInk, ThemePaper);
                    break;
                case 38:
                    ink = Indexed(codes);
                    break;
                case 48:
                    paper = Indexed(codes);
                    break;
                default:
                    throw new InvalidOperationException("Not a colour of a QR code: " + sequence);
            }
        }

        return (ink, paper);
    }

    private static byte Indexed(Queue<string> codes)
    {
        Assert.Equal("5", codes.Dequeue());
        return Colours[codes.Dequeue()];
    }
}
