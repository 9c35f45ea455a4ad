using System.Diagnostics;
using System.Globalization;

namespace Chatalo.Kills;

/// <summary>One worker: a real pwsh that imports the module and works on the campaign.</summary>
internal sealed class KillWorker : IDisposable
{
    private readonly Process _process;
    private readonly TaskCompletionSource<int> _engine = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task<string> _error;
    private string _last = "";

    private readonly Action<string>? _row;

    private KillWorker(Process process, Action<string>? row)
    {
        (_process, _row) = (process, row);
        Reading = ReadAsync();
        _error = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Ends when the worker has.</summary>
    public Task Reading { get; }

    /// <summary>The process that runs the engine, by its own word: with the .NET tool's starter it is not the one that was started.</summary>
    public Task<int> Engine => _engine.Task;

    /// <summary>Whether it came to the end of its script.</summary>
    public bool IsDone => _last == "done";

    public string Error => _error.IsCompletedSuccessfully ? _error.Result : "";

    /// <param name="program">pwsh.dll, or the starter of the .NET tool.</param>
    /// <param name="script">The script.</param>
    /// <param name="row">Takes the lines that begin with "row"; may be null.</param>
    /// <param name="arguments">Its arguments.</param>
    public static KillWorker Start(string program, string script, Action<string>? row, params string[] arguments)
    {
        // A shell that runs this in the background has Ctrl+C ignored by all below it.
        var start = new ProcessStartInfo("env") { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        string[] begin = program.EndsWith(".dll", StringComparison.Ordinal) ? ["--default-signal=INT", "dotnet", "exec", program] : ["--default-signal=INT", program];
        foreach (var argument in begin.Concat(["-NoProfile", "-NonInteractive", "-File", script]).Concat(arguments))
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        start.Environment["POWERSHELL_UPDATECHECK"] = "Off";
        start.Environment.Remove("CHATALO_STORE");
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return new KillWorker(process, row);
    }

    /// <summary>Waits until it has ended, at most so long.</summary>
    public async Task<bool> EndsWithinAsync(TimeSpan longest) => await Task.WhenAny(_process.WaitForExitAsync(), Task.Delay(longest)) is var first && first.IsCompleted && _process.HasExited;

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            if (Engine.IsCompletedSuccessfully)
            {
                Signals.Send(Engine.Result, KillSignal.Kill);
            }

            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            _last = line;
            if (line.StartsWith("row ", StringComparison.Ordinal))
            {
                _row?.Invoke(line);
            }

            if (line.StartsWith("engine ", StringComparison.Ordinal))
            {
                _engine.TrySetResult(int.Parse(line.AsSpan(7), CultureInfo.InvariantCulture));
            }
        }

        await _process.WaitForExitAsync();
    }
}
