using System.Management.Automation;
using System.Management.Automation.Internal;

namespace Chatalo.Host;

/// <summary>Writes text and progress to the console, one writer at a time, so that the progress line never mixes with output.</summary>
internal sealed class ConsoleOutput
{
    private readonly Lock _gate = new();
    private readonly ProgressLine _progress = new();

    /// <summary>Whether standard output is a terminal that understands colours and cursor movements.</summary>
    public bool IsTerminal { get; } = !Console.IsOutputRedirected && VirtualTerminal.Enable();

    /// <summary>Characters in a line: the terminal's, else those of COLUMNS, else 120.</summary>
    public int Width
    {
        get
        {
            if (!Console.IsOutputRedirected && Console.WindowWidth > 0)
            {
                return Console.WindowWidth;
            }

            return int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), out var columns) && columns > 0 ? columns : 120;
        }
    }

    /// <summary>What stands on the current line so far: an answer typed now stands behind it.</summary>
    public string CurrentLine { get; private set; } = "";

    /// <summary>Writes text to standard output; colours only reach a terminal.</summary>
    public void Write(string text)
    {
        lock (_gate)
        {
            HideProgress();
            var end = text.LastIndexOf('\n');
            CurrentLine = end < 0 ? CurrentLine + text : text[(end + 1)..];
            Console.Out.Write(IsTerminal ? text : Plain(text));
        }
    }

    /// <summary>Draws on the terminal as it is, without counting as output.</summary>
    public void Draw(string sequence)
    {
        lock (_gate)
        {
            Console.Out.Write(sequence);
        }
    }

    /// <summary>Writes one line to standard error.</summary>
    public void WriteErrorLine(string text)
    {
        lock (_gate)
        {
            HideProgress();
            Console.Error.WriteLine(Console.IsErrorRedirected ? Plain(text) : text);
        }
    }

    /// <summary>Shows, renews or removes the progress line.</summary>
    public void WriteProgress(long source, ProgressRecord record)
    {
        if (!IsTerminal)
        {
            return;
        }

        lock (_gate)
        {
            Console.Out.Write(_progress.Update(source, record, Width));
        }
    }

    /// <summary>Removes what progress a command left behind.</summary>
    public void EndProgress()
    {
        lock (_gate)
        {
            Console.Out.Write(_progress.Clear());
        }
    }

    private static string Plain(string text) => new StringDecorated(text).ToString(OutputRendering.PlainText);

    private void HideProgress() => Console.Out.Write(_progress.Hide());
}
