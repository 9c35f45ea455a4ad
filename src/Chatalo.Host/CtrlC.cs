using System.Management.Automation;

namespace Chatalo.Host;

/// <summary>Turns Ctrl+C into "stop what runs": the command that runs, or the line being typed, never the process.</summary>
internal sealed class CtrlC : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Stack<Scope> _scopes = new([new Scope(null)]);

    public CtrlC() => Console.CancelKeyPress += OnPressed;

    /// <summary>
    /// What Ctrl+C cancels. In a command it stays cancelled, so that a question asked after the key was pressed is not waited for;
    /// at a prompt until <see cref="Acknowledge"/>.
    /// </summary>
    public CancellationToken Token
    {
        get
        {
            lock (_gate)
            {
                return _scopes.Peek().Pressed.Token;
            }
        }
    }

    /// <summary>A prompt has reacted to the press: the next one counts anew.</summary>
    public void Acknowledge()
    {
        lock (_gate)
        {
            var scope = _scopes.Peek();
            if (scope.Command is null)
            {
                scope.Pressed = new CancellationTokenSource();
            }
        }
    }

    /// <summary>Makes <paramref name="command"/> what Ctrl+C stops while <paramref name="run"/> runs.</summary>
    /// <param name="command">The command; null for a prompt.</param>
    /// <param name="run">What runs it; a <see cref="PipelineStoppedException"/> out of it is the end of a stopped command.</param>
    /// <returns>Whether it came to its own end.</returns>
    public bool Guard(PowerShell? command, Action run)
    {
        var scope = new Scope(command);
        lock (_gate)
        {
            _scopes.Push(scope);
        }

        try
        {
            run();
            return command is null || !scope.Pressed.IsCancellationRequested;
        }
        catch (PipelineStoppedException)
        {
            return false;
        }
        finally
        {
            lock (_gate)
            {
                _scopes.Pop();
            }
        }
    }

    /// <inheritdoc />
    public void Dispose() => Console.CancelKeyPress -= OnPressed;

    private void OnPressed(object? sender, ConsoleCancelEventArgs e)
    {
        e.Cancel = true;
        CancellationTokenSource pressed;
        lock (_gate)
        {
            var scope = _scopes.Peek();
            pressed = scope.Pressed;
            // Not Stop(): it would block the thread that delivers signals until the command has ended.
            scope.Command?.BeginStop(null, null);
        }

        pressed.Cancel();
    }

    private sealed class Scope(PowerShell? command)
    {
        public PowerShell? Command => command;

        public CancellationTokenSource Pressed { get; set; } = new();
    }
}
