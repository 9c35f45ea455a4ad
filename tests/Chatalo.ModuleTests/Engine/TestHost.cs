using System.Globalization;
using System.Management.Automation.Host;

namespace Chatalo.ModuleTests.Engine;

/// <summary>A host that keeps what it is told and answers what it is asked from a queue.</summary>
public sealed class TestHost : PSHost
{
    private readonly TestUi _ui = new();

    /// <summary>Characters in a line.</summary>
    public int Width
    {
        get => _ui.Raw.Width;
        set => _ui.Raw.Width = value;
    }

    /// <summary>
    /// The answers to prompts, first come first served: text for a line, a password or a field; a label or its letter for a choice.
    /// A credential takes two, the user and the password. A question without an answer is an error.
    /// </summary>
    public Queue<string> Answers => _ui.Answers;

    /// <summary>Every question: caption and message of a choice or a form, names of fields.</summary>
    public IReadOnlyList<string> Questions => _ui.Questions;

    /// <summary>The progress records, in their order, of all runs.</summary>
    public IReadOnlyList<System.Management.Automation.ProgressRecord> Progress => _ui.Progress;

    /// <summary>The code of <c>exit n</c>.</summary>
    public int? ExitCode { get; private set; }

    /// <inheritdoc />
    public override string Name => "Chatalo.ModuleTests";

    /// <inheritdoc />
    public override Version Version { get; } = new(1, 0);

    /// <inheritdoc />
    public override Guid InstanceId { get; } = Guid.NewGuid();

    /// <inheritdoc />
    public override PSHostUserInterface UI => _ui;

    /// <inheritdoc />
    public override CultureInfo CurrentCulture => CultureInfo.InvariantCulture;

    /// <inheritdoc />
    public override CultureInfo CurrentUICulture => CultureInfo.InvariantCulture;

    /// <summary>What was written to the screen since the last call.</summary>
    public string TakeText() => _ui.TakeText();

    /// <summary>The same as it was written, with all that a terminal acts on.</summary>
    public string TakeRawText() => _ui.TakeRawText();

    /// <inheritdoc />
    public override void SetShouldExit(int exitCode) => ExitCode = exitCode;

    /// <inheritdoc />
    public override void EnterNestedPrompt() => throw new HostException("A test has no nested prompt.");

    /// <inheritdoc />
    public override void ExitNestedPrompt() => throw new HostException("A test has no nested prompt.");

    /// <inheritdoc />
    public override void NotifyBeginApplication()
    {
        // Native programs write past this host: nothing to prepare.
    }

    /// <inheritdoc />
    public override void NotifyEndApplication()
    {
        // As above: nothing to restore.
    }
}
