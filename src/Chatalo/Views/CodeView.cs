using Chatalo.Files;
using Chatalo.Qr;

namespace Chatalo.Views;

/// <summary>Draws a code in a view.</summary>
internal static class CodeView
{
    // What PowerShell and the view write around it: an empty line, the line of words, an empty line, the next prompt.
    private const int LinesAround = 4;

    public static string[] Draw(object code, object? style)
    {
        var (matrix, reason) = code switch
        {
            QrCode device => (device.Matrix, device.Reason),
            ChatLink link => (link.Matrix, null),
            _ => (null, ""),
        };
        if (matrix is null)
        {
            return [reason ?? ""];
        }

        // Beside the words there is always room: they have a line of their own.
        var layout = QrLayout.Fit(matrix.Size, QrConsole.HasBlocks, QrConsole.Columns, QrConsole.Rows - LinesAround, hasWords: false);
        if (layout is not null)
        {
            var isPlain = QrConsole.IsPlain || Style.IsPlain(style) || QrConsole.IsWindowsPowerShell;
            return QrConsole.Draw(matrix, layout, QrConsole.Ink(isPlain));
        }

        var picture = code is QrCode { } shown ? PrivateFile.TryWrite(shown.ToPng(), ".png") : null;
        return [QrConsole.TooSmall(matrix, LinesAround), picture is null ? "Enlarge it, or save the code with -OutFile code.png." : "Scan this picture of it: " + picture];
    }
}
