namespace Chatalo.Host;

/// <summary>
/// Reads keys and lines such that Ctrl+C ends the wait. The console has no read that can be cancelled, so a read that was
/// given up stays pending and its answer goes to whoever asks next.
/// </summary>
internal sealed class ConsoleInput(CtrlC ctrlC)
{
    private Task<ConsoleKeyInfo>? _key;
    private Task<string?>? _line;

    /// <summary>Whether a person types, as opposed to a file or a pipe.</summary>
    public static bool IsTerminal => !Console.IsInputRedirected;

    /// <summary>Whether a read that was given up still waits; asking the terminal for the cursor would then block.</summary>
    public bool IsPending => _key is not null || _line is not null;

    /// <summary>Reads one key without showing it.</summary>
    /// <exception cref="OperationCanceledException">Ctrl+C was pressed.</exception>
    public ConsoleKeyInfo ReadKey() => Await(ref _key, static () => Console.ReadKey(intercept: true));

    /// <summary>Reads one line from redirected input; null at its end.</summary>
    /// <exception cref="OperationCanceledException">Ctrl+C was pressed.</exception>
    public string? ReadLine() => Await(ref _line, Console.In.ReadLine);

    private T Await<T>(ref Task<T>? pending, Func<T> read)
    {
        var token = ctrlC.Token;
        pending ??= Task.Factory.StartNew(read, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        // A host's prompts are synchronous by contract: this is the one place that blocks for them.
        try
        {
            var answer = pending.WaitAsync(token).GetAwaiter().GetResult();
            pending = null;
            return answer;
        }
        catch (OperationCanceledException)
        {
            ctrlC.Acknowledge();
            throw;
        }
    }
}
