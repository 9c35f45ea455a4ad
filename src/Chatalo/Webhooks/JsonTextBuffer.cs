namespace Chatalo.Webhooks;

/// <summary>
/// Puts texts that come one by one together to JSON values: a file's lines, one event a line or an event over many lines.
/// </summary>
internal sealed class JsonTextBuffer
{
    private readonly List<string> _open = [];
    private int _depth;
    private bool _inString;
    private bool _escaped;

    /// <summary>The text to read now, or null when it goes on in the next line.</summary>
    public string? Add(string line)
    {
        if (_open.Count == 0 && !MayGoOn(line))
        {
            return line;
        }

        _open.Add(line);
        Follow(line);
        return _depth > 0 || _inString ? null : Take();
    }

    /// <summary>The lines of what was never closed; starts afresh.</summary>
    public IReadOnlyList<string> TakeOpen()
    {
        var lines = _open.ToArray();
        Take();
        return lines;
    }

    private string Take()
    {
        var text = string.Join("\n", _open);
        _open.Clear();
        _depth = 0;
        _inString = _escaped = false;
        return text;
    }

    private static bool MayGoOn(string line) => line.TrimStart('\uFEFF', ' ', '\t', '\r', '\n') is ['{' or '[', ..];

    private void Follow(string line)
    {
        foreach (var c in line)
        {
            if (_escaped)
            {
                _escaped = false;
            }
            else if (_inString)
            {
                _escaped = c == '\\';
                _inString = c != '"';
            }
            else
            {
                _inString = c == '"';
                _depth += c is '{' or '[' ? 1 : c is '}' or ']' ? -1 : 0;
            }
        }
    }
}
