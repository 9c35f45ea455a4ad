using System.Management.Automation.Internal;
using System.Text;

namespace Chatalo.Host;

/// <summary>Reads one line from a terminal, with a cursor, history and completion. A wide character counts as one column.</summary>
internal sealed class LineEditor(ConsoleInput input, ConsoleOutput output)
{
    private readonly StringBuilder _text = new();
    private string _prompt = "";
    private int _promptWidth;
    private int _cursor;
    private int _row;
    private bool _masked;

    /// <summary>Reads a line behind what stands on the current line already.</summary>
    /// <param name="masked">Whether to show stars instead of what is typed.</param>
    /// <param name="history">The lines that the arrow keys bring back, oldest first.</param>
    /// <param name="complete">What Tab does: the text and its cursor in, the completed text and its cursor out.</param>
    /// <returns>The line, or null for the end of input (Ctrl+D on an empty line).</returns>
    /// <exception cref="OperationCanceledException">Ctrl+C was pressed.</exception>
    public string? Read(bool masked = false, IReadOnlyList<string>? history = null, Func<string, int, (string, int)>? complete = null)
    {
        (_prompt, _masked, _cursor, _row) = (output.CurrentLine, masked, 0, 0);
        _promptWidth = new StringDecorated(_prompt).ContentLength;
        _text.Clear();
        history ??= [];
        var recalled = history.Count;
        while (true)
        {
            var key = input.ReadKey();
            switch (key.Key)
            {
                case ConsoleKey.Enter:
                    _cursor = _text.Length;
                    Draw();
                    output.Write(Environment.NewLine);
                    return _text.ToString();
                case ConsoleKey.D when key.Modifiers == ConsoleModifiers.Control && _text.Length == 0:
                    output.Write(Environment.NewLine);
                    return null;
                case ConsoleKey.UpArrow when recalled > 0:
                    Replace(history[--recalled]);
                    break;
                case ConsoleKey.DownArrow when recalled < history.Count:
                    Replace(++recalled < history.Count ? history[recalled] : "");
                    break;
                case ConsoleKey.Tab when complete is not null:
                    var (text, cursor) = complete(_text.ToString(), _cursor);
                    Replace(text);
                    _cursor = cursor;
                    break;
                default:
                    Edit(key);
                    break;
            }

            Draw();
        }
    }

    private void Edit(ConsoleKeyInfo key)
    {
        switch (key.Key)
        {
            case ConsoleKey.Backspace when _cursor > 0:
                _text.Remove(--_cursor, 1);
                break;
            case ConsoleKey.Delete when _cursor < _text.Length:
                _text.Remove(_cursor, 1);
                break;
            case ConsoleKey.LeftArrow:
                _cursor = Math.Max(0, _cursor - 1);
                break;
            case ConsoleKey.RightArrow:
                _cursor = Math.Min(_text.Length, _cursor + 1);
                break;
            case ConsoleKey.Home:
                _cursor = 0;
                break;
            case ConsoleKey.End:
                _cursor = _text.Length;
                break;
            case ConsoleKey.Escape:
                Replace("");
                break;
            default:
                if (!char.IsControl(key.KeyChar))
                {
                    _text.Insert(_cursor++, key.KeyChar);
                }

                break;
        }
    }

    private void Replace(string text)
    {
        _text.Clear().Append(text);
        _cursor = text.Length;
    }

    private void Draw()
    {
        var width = output.Width;
        var end = _promptWidth + _text.Length;
        var target = _promptWidth + _cursor;
        var drawing = new StringBuilder();
        Append(drawing, _row, 'A');
        drawing.Append('\r').Append(_prompt).Append(_masked ? new string('*', _text.Length) : _text.ToString()).Append("\u001b[J");
        if (end % width == 0 && end > 0)
        {
            // A terminal wraps only with the next character: make it wrap now, so that rows can be counted.
            drawing.Append(" \r");
        }

        _row = target / width;
        Append(drawing, (end / width) - _row, 'A');
        drawing.Append('\r');
        Append(drawing, target % width, 'C');
        output.Draw(drawing.ToString());
    }

    private static void Append(StringBuilder drawing, int count, char movement)
    {
        if (count > 0)
        {
            drawing.Append("\u001b[").Append(count).Append(movement);
        }
    }
}
