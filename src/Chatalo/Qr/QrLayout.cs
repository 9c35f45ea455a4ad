namespace Chatalo.Qr;

/// <summary>
/// Where a code goes in a window: its quiet zone, and whether the words about it stand beside it or below. The largest quiet zone that fits is taken; ISO/IEC 18004
/// asks for four modules, and readers find a code with one.
/// </summary>
/// <param name="QuietZone">Modules of quiet zone on each side.</param>
/// <param name="Width">Characters of a line of the drawing.</param>
/// <param name="Lines">Lines of the drawing.</param>
/// <param name="IsBeside">Whether the words stand to the right of the drawing; else they take a line below it.</param>
internal sealed record QrLayout(int QuietZone, int Width, int Lines, bool IsBeside)
{
    /// <summary>Characters that the words beside a code need, with the gap before them and one after: some consoles wrap a line as long as the window.</summary>
    public const int WordsWidth = 23;

    private static readonly int[] QuietZones = [4, 3, 2, 1];

    /// <summary>The layout for a window.</summary>
    /// <param name="size">Modules a side of the code.</param>
    /// <param name="blocks">Whether half blocks can be shown; else a module takes two characters and a whole line.</param>
    /// <param name="columns">Characters in a line of the window; null when that is not known, and then all fit.</param>
    /// <param name="rows">Lines of the window that may be used; null when that is not known, and then all fit.</param>
    /// <param name="hasWords">Whether words have to stand beside the code or below it.</param>
    /// <returns>Null when no code of this size fits: a wrapped or scrolled code cannot be scanned.</returns>
    public static QrLayout? Fit(int size, bool blocks, int? columns, int? rows, bool hasWords = true)
    {
        foreach (var zone in QuietZones)
        {
            var layout = Of(size, blocks, zone, columns);

            // A line that is just as long as the window is wrapped by some consoles.
            if (!(layout.Width >= columns) && !(layout.Lines + (hasWords && !layout.IsBeside ? 1 : 0) > rows))
            {
                return layout;
            }
        }

        return null;
    }

    /// <summary>The smallest layout, to say how much room it needs.</summary>
    public static QrLayout Smallest(int size, bool blocks) => Of(size, blocks, QuietZones[QuietZones.Length - 1], null);

    private static QrLayout Of(int size, bool blocks, int zone, int? columns)
    {
        var modules = size + (2 * zone);
        var width = blocks ? modules : 2 * modules;
        return new QrLayout(zone, width, blocks ? (modules + 1) / 2 : modules, columns - width >= WordsWidth);
    }
}
