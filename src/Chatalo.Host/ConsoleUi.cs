using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace Chatalo.Host;

/// <summary>What the engine says and asks, on the console.</summary>
internal sealed class ConsoleUi : PSHostUserInterface
{
    private const string Yellow = "\u001b[33;1m";
    private const string Red = "\u001b[31;1m";
    private const string Reset = "\u001b[0m";

    private readonly ConsoleInput _input;
    private readonly ConsoleOutput _output;
    private readonly LineEditor _editor;
    private readonly Questions _questions;
    private bool _asErrors;

    public ConsoleUi(ConsoleInput input, ConsoleOutput output)
    {
        (_input, _output) = (input, output);
        _editor = new LineEditor(input, output);
        _questions = new Questions(this);
        RawUI = new ConsoleRawUi(input, output);
    }

    /// <inheritdoc />
    public override PSHostRawUserInterface RawUI { get; }

    /// <inheritdoc />
    public override bool SupportsVirtualTerminal => _output.IsTerminal;

    /// <summary>Reads a line of the prompt loop; null at the end of input.</summary>
    /// <exception cref="OperationCanceledException">Ctrl+C was pressed.</exception>
    public string? ReadPromptLine(string prompt, IReadOnlyList<string> history, Func<string, int, (string, int)> complete)
    {
        _output.Write(prompt);
        return ConsoleInput.IsTerminal && _output.IsTerminal ? _editor.Read(false, history, complete) : _input.ReadLine();
    }

    /// <summary>Removes what progress a command left behind.</summary>
    public void EndProgress() => _output.EndProgress();

    /// <summary>Sends the lines that <paramref name="write"/> writes to standard error.</summary>
    public void AsErrors(Action write)
    {
        _asErrors = true;
        try
        {
            write();
        }
        finally
        {
            _asErrors = false;
        }
    }

    /// <inheritdoc />
    public override void Write(string value) => _output.Write(value);

    /// <inheritdoc />
    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) =>
        _output.Write(Colours.Paint(value, foregroundColor, backgroundColor, RawUI.BackgroundColor));

    /// <inheritdoc />
    public override void WriteLine(string value)
    {
        if (_asErrors)
        {
            _output.WriteErrorLine(value);
        }
        else
        {
            _output.Write(value + Environment.NewLine);
        }
    }

    /// <inheritdoc />
    public override void WriteErrorLine(string value) => _output.WriteErrorLine(Red + value + Reset);

    /// <inheritdoc />
    public override void WriteWarningLine(string message) => WriteLine($"{Yellow}WARNING: {message}{Reset}");

    /// <inheritdoc />
    public override void WriteVerboseLine(string message) => WriteLine($"{Yellow}VERBOSE: {message}{Reset}");

    /// <inheritdoc />
    public override void WriteDebugLine(string message) => WriteLine($"{Yellow}DEBUG: {message}{Reset}");

    /// <inheritdoc />
    public override void WriteProgress(long sourceId, ProgressRecord record) => _output.WriteProgress(sourceId, record);

    /// <inheritdoc />
    public override string ReadLine() => Answer(masked: false);

    /// <inheritdoc />
    public override SecureString ReadLineAsSecureString()
    {
        var secret = new SecureString();
        foreach (var character in Answer(masked: true))
        {
            secret.AppendChar(character);
        }

        secret.MakeReadOnly();
        return secret;
    }

    /// <inheritdoc />
    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) =>
        _questions.Fields(caption, message, descriptions);

    /// <inheritdoc />
    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) =>
        _questions.Choice(caption, message, choices, defaultChoice);

    /// <inheritdoc />
    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
        PromptForCredential(caption, message, userName, targetName, PSCredentialTypes.Default, PSCredentialUIOptions.Default);

    /// <inheritdoc />
    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options) =>
        _questions.Credential(caption, message, userName);

    private string Answer(bool masked)
    {
        try
        {
            if (ConsoleInput.IsTerminal && _output.IsTerminal)
            {
                return _editor.Read(masked) ?? throw EndOfInput();
            }

            var line = _input.ReadLine() ?? throw EndOfInput();
            if (_output.CurrentLine.Length > 0)
            {
                // Nobody's Enter ended the line of the question.
                _output.Write(Environment.NewLine);
            }

            return line;
        }
        catch (OperationCanceledException)
        {
            _output.Write(Environment.NewLine);
            throw new PipelineStoppedException();
        }
    }

    private static HostException EndOfInput() => new("An answer was awaited, and the input has ended.");
}
