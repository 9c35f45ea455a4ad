using System.Globalization;
using System.Management.Automation.Host;
using Chatalo.Qr;

namespace Chatalo.Commands;

/// <summary>
/// Shows the codes of one device on a terminal: each in the place of the one before, with the words and the countdown beside it, so that it fits a window
/// that is hardly larger than the code. The cursor stays at the end of the last line.
/// </summary>
/// <param name="ui">The host's terminal.</param>
/// <param name="ink">What to draw with.</param>
/// <param name="inPlace">Whether the terminal moves the cursor, and nothing else writes to it meanwhile.</param>
internal sealed class CodeScreen(PSHostUserInterface ui, QrInk ink, bool inPlace)
{
    private const string Gap = "  ";
    private const string Where = ", for Linked devices in WhatsApp";
    private QrLayout? _layout;
    private string _number = "";

    /// <summary>Whether the countdown stands on the screen, so that no progress bar is needed (which would cover the code).</summary>
    public bool ShowsCountdown => inPlace && _layout is not null;

    /// <summary>Draws a code.</summary>
    /// <returns>False when the window is too small.</returns>
    public bool TryShow(QrMatrix matrix, int number, int codes)
    {
        var layout = QrLayout.Fit(matrix.Size, QrConsole.HasBlocks, QrConsole.Columns, QrConsole.Rows);
        if (layout is null)
        {
            End();
            return false;
        }

        _number = Invariant($"code {number} of {codes}");
        var drawn = QrConsole.Draw(matrix, layout, ink);
        if (layout.IsBeside)
        {
            string[] words = ["Scan it in WhatsApp", "under Linked devices", "", _number];
            for (var i = 0; i < words.Length; i++)
            {
                drawn[i + 1] += Gap + words[i];
            }
        }

        var start = _layout is null ? "" : inPlace ? "\r" + Up(_layout) : "\n";
        var clear = inPlace && _layout is not null ? "\u001b[J" : "";
        ui.Write(start + clear + string.Join("\n", drawn) + (layout.IsBeside ? "" : "\n" + _number + Where));
        _layout = layout;
        return true;
    }

    /// <summary>Says in how many seconds there is a new code.</summary>
    public void Count(int seconds)
    {
        if (!ShowsCountdown || _layout is not { } layout)
        {
            return;
        }

        var words = Words(seconds);
        ui.Write(layout.IsBeside
            ? $"\r\u001b[{layout.Lines - 6}A\u001b[{layout.Width + Gap.Length}C{words}\u001b[K\u001b[{layout.Lines - 6}B"
            : $"\r\u001b[K{_number}, {words}{Where}");
    }

    /// <summary>What the countdown says.</summary>
    public static string Words(int seconds) => Invariant($"new code in {seconds} s");

    /// <summary>Leaves the drawing; what comes then stands below it.</summary>
    public void End()
    {
        if (_layout is not null)
        {
            ui.WriteLine();
            _layout = null;
        }
    }

    private static string Up(QrLayout layout)
    {
        var lines = layout.Lines - (layout.IsBeside ? 1 : 0);
        return lines == 0 ? "" : Invariant($"\u001b[{lines}A");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
