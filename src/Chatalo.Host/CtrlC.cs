using System.Management.Automation;

namespace Chatalo.Host;

/// <summary>Turns Ctrl+C into "stop what runs": the command that runs, or the line being typed, never the process.</summary>
internal sealed class CtrlC : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Stack<PowerShell> _running = new();
    private CancellationTokenSource _pressed = new();

    public CtrlC() => Console.CancelKeyPress += OnPressed;

    /// <summary>Is cancelled by the next Ctrl+C.</summary>
    public CancellationToken Next
    {
        get
        {
            lock (_gate)
            {
                return _pressed.Token;
            }
        }
    }

    /// <summary>Makes <paramref name="command"/> what Ctrl+C stops while <paramref name="invoke"/> runs.</summary>
    public void Guard(PowerShell command, Action invoke)
    {
        lock (_gate)
        {
            _running.Push(command);
        }

        try
        {
            invoke();
        }
        finally
        {
            lock (_gate)
            {
                _running.Pop();
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
            pressed = _pressed;
            _pressed = new CancellationTokenSource();
            if (_running.TryPeek(out var command))
            {
                // Not Stop(): it would block the thread that delivers signals until the command has ended.
                command.BeginStop(null, null);
            }
        }

        pressed.Cancel();
    }
}
