using System.Globalization;
using System.Management.Automation.Host;

namespace Chatalo.Host;

/// <summary>The program as the engine sees it.</summary>
internal sealed class ConsoleHost(ConsoleUi ui) : PSHost
{
    private int _depth;
    private int _wantedDepth;

    /// <summary>The code of <c>exit n</c>, once it was called.</summary>
    public int? ExitCode { get; private set; }

    /// <summary>What runs a nested prompt; it ends when <see cref="ShouldLeavePrompt"/> says so.</summary>
    public Action? NestedPrompt { get; set; }

    /// <summary>Whether the innermost prompt loop is to end.</summary>
    public bool ShouldLeavePrompt => ExitCode is not null || _wantedDepth < _depth;

    /// <inheritdoc />
    public override string Name => "Chatalo.Host";

    /// <inheritdoc />
    public override Version Version { get; } = typeof(ConsoleHost).Assembly.GetName().Version ?? new Version(0, 0);

    /// <inheritdoc />
    public override Guid InstanceId { get; } = Guid.NewGuid();

    /// <inheritdoc />
    public override PSHostUserInterface UI => ui;

    /// <inheritdoc />
    public override CultureInfo CurrentCulture => CultureInfo.CurrentCulture;

    /// <inheritdoc />
    public override CultureInfo CurrentUICulture => CultureInfo.CurrentUICulture;

    /// <inheritdoc />
    public override void SetShouldExit(int exitCode) => ExitCode = exitCode;

    /// <inheritdoc />
    public override void EnterNestedPrompt()
    {
        if (NestedPrompt is null || !ConsoleInput.IsTerminal)
        {
            throw new HostException("A nested prompt needs -Interactive and a terminal.");
        }

        _wantedDepth = ++_depth;
        try
        {
            NestedPrompt();
        }
        finally
        {
            _wantedDepth = --_depth;
        }
    }

    /// <inheritdoc />
    public override void ExitNestedPrompt() => _wantedDepth = Math.Max(0, _depth - 1);

    /// <inheritdoc />
    public override void NotifyBeginApplication()
    {
        // A native program may use the console as it likes: there is no state of ours to set aside.
    }

    /// <inheritdoc />
    public override void NotifyEndApplication()
    {
        // As above: nothing to restore.
    }
}
