using System.Collections.Concurrent;
using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Internal;
using System.Security;
using System.Text;

namespace Chatalo.ModuleTests.Engine;

/// <summary>The screen and the keyboard of a <see cref="TestHost"/>.</summary>
internal sealed class TestUi : PSHostUserInterface
{
    private readonly StringBuilder _text = new();
    private readonly ConcurrentQueue<string> _questions = new();
    private readonly ConcurrentQueue<ProgressRecord> _progress = new();

    public TestRawUi Raw { get; } = new();

    public Queue<string> Answers { get; } = new();

    public IReadOnlyList<string> Questions => [.. _questions];

    public IReadOnlyList<ProgressRecord> Progress => [.. _progress];

    public override PSHostRawUserInterface RawUI => Raw;

    public override bool SupportsVirtualTerminal => false;

    public string TakeText()
    {
        var lines = new StringDecorated(TakeRawText()).ToString(OutputRendering.PlainText).ReplaceLineEndings("\n").Split('\n');
        return string.Join('\n', lines.Select(static l => l.TrimEnd())).Trim('\n');
    }

    public string TakeRawText()
    {
        lock (_text)
        {
            var text = _text.ToString();
            _text.Clear();
            return text;
        }
    }

    public override void Write(string value)
    {
        lock (_text)
        {
            _text.Append(value);
        }
    }

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => Write(value);

    public override void WriteLine(string value) => Write(value + "\n");

    public override void WriteErrorLine(string value) => WriteLine(value);

    public override void WriteWarningLine(string message) => WriteLine("WARNING: " + message);

    public override void WriteVerboseLine(string message) => WriteLine("VERBOSE: " + message);

    public override void WriteDebugLine(string message) => WriteLine("DEBUG: " + message);

    public override void WriteProgress(long sourceId, ProgressRecord record) => _progress.Enqueue(record);

    public override string ReadLine() => Answer("a line");

    public override SecureString ReadLineAsSecureString() => Secret(Answer("a secret line"));

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) =>
        descriptions.ToDictionary(static f => f.Name, f => PSObject.AsPSObject(Field(f)));

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        var answer = Answer($"{caption}: {message}");
        for (var i = 0; i < choices.Count; i++)
        {
            var label = choices[i].Label;
            var letter = label[(label.IndexOf('&') + 1)..][..1];
            if (answer.Equals(letter, StringComparison.OrdinalIgnoreCase) || answer.Equals(label.Replace("&", ""), StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        throw new HostException($"'{answer}' is none of: {string.Join(", ", choices.Select(static c => c.Label))}.");
    }

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
        new(Answer($"{caption}: {message}"), Secret(Answer("password")));

    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options) =>
        PromptForCredential(caption, message, userName, targetName);

    private object Field(FieldDescription field) => field.ParameterTypeFullName switch
    {
        "System.Security.SecureString" => Secret(Answer(field.Name)),
        "System.Management.Automation.PSCredential" => PromptForCredential(field.Name, "", "", ""),
        _ => Answer(field.Name),
    };

    private string Answer(string question)
    {
        _questions.Enqueue(question);
        return Answers.TryDequeue(out var answer) ? answer : throw new HostException($"No answer is queued for: {question}");
    }

    private static SecureString Secret(string text)
    {
        var secret = new SecureString();
        foreach (var character in text)
        {
            secret.AppendChar(character);
        }

        secret.MakeReadOnly();
        return secret;
    }
}
