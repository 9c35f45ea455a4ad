namespace Chatalo.Host;

/// <summary>The sixteen console colours as escape sequences.</summary>
internal static class Colours
{
    // The console counts blue, green, red as bits 1, 2, 4; terminals count red, green, blue.
    private static readonly int[] TerminalOrder = [0, 4, 2, 6, 1, 5, 3, 7];

    /// <summary>Colours <paramref name="text"/>; a background equal to <paramref name="usual"/> is left as the terminal has it.</summary>
    public static string Paint(string text, ConsoleColor foreground, ConsoleColor background, ConsoleColor usual)
    {
        var behind = background == usual ? "" : $"\u001b[{Code(background, 40)}m";
        return $"\u001b[{Code(foreground, 30)}m{behind}{text}\u001b[0m";
    }

    private static int Code(ConsoleColor colour, int first) =>
        first + TerminalOrder[(int)colour & 7] + ((int)colour > 7 ? 60 : 0);
}
