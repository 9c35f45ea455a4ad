using System.Management.Automation;

namespace Chatalo.Host;

/// <summary>The Tab key: the first press asks the engine, each further one shows its next proposal.</summary>
internal sealed class TabCompletion(EngineRunner engine)
{
    private CommandCompletion? _proposals;
    private string _before = "";
    private string _after = "";
    private (string Text, int Cursor) _last;

    /// <summary>The text and cursor with the next proposal filled in.</summary>
    public (string Text, int Cursor) Next(string text, int cursor)
    {
        if (_proposals is null || (text, cursor) != _last)
        {
            _proposals = engine.Complete(text, cursor);
            _before = text[..Math.Max(0, _proposals.ReplacementIndex)];
            _after = text[Math.Min(text.Length, _before.Length + Math.Max(0, _proposals.ReplacementLength))..];
        }

        if (_proposals.GetNextResult(forward: true) is not { } proposal)
        {
            _proposals = null;
            return (text, cursor);
        }

        var completed = _before + proposal.CompletionText;
        return _last = (completed + _after, completed.Length);
    }
}
