using System.ComponentModel;
using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;
using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.HostProgram;

/// <summary>PowerShell with the module as a process of its own, with its input and output redirected.</summary>
public sealed class HostProcess : IDisposable
{
    private const int Interrupted = 2;

    // So that a hang fails one test instead of the whole run.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly string Pwsh = typeof(HostProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static a => a.Key == "Pwsh").Value!;

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly Task _reading;
    private readonly Task<string> _error;

    private HostProcess(IEnumerable<string> arguments, IReadOnlyDictionary<string, string?> environment)
    {
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var start = new ProcessStartInfo(OperatingSystem.IsLinux() ? "env" : dotnet)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (OperatingSystem.IsLinux())
        {
            // Who runs the tests in the background has shells ignore Ctrl+C for all below them, and this program is to be interrupted.
            start.ArgumentList.Add("--default-signal=INT");
            start.ArgumentList.Add(dotnet);
        }

        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(Pwsh);
        start.ArgumentList.Add("-NoProfile");
        if (!arguments.Contains("-NoModule"))
        {
            start.ArgumentList.Add("-File");
            start.ArgumentList.Add(Path.GetFullPath(Path.Combine(BuiltModule.Folder, "../../src/Chatalo.Host/run.ps1")));
        }

        foreach (var argument in arguments.Where(static a => a != "-NoModule"))
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment.Remove("CHATALO_MODULE");
        start.Environment.Remove("COLUMNS");
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        _reading = ReadAsync();
        _error = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>Starts the program.</summary>
    public static HostProcess Start(params string[] arguments) => new(arguments, new Dictionary<string, string?>());

    /// <summary>Runs the program to its end.</summary>
    /// <param name="arguments">Its command line.</param>
    /// <param name="input">All of its standard input.</param>
    /// <param name="environment">Variables of its environment.</param>
    public static async Task<HostResult> RunAsync(
        IEnumerable<string> arguments, string input = "", IReadOnlyDictionary<string, string?>? environment = null)
    {
        using var process = new HostProcess(arguments, environment ?? new Dictionary<string, string?>());
        await process._process.StandardInput.WriteAsync(input);
        return await process.EndAsync();
    }

    /// <summary>Types a line.</summary>
    public async Task TypeAsync(string line)
    {
        await _process.StandardInput.WriteLineAsync(line);
        await _process.StandardInput.FlushAsync();
    }

    /// <summary>Waits until the output contains <paramref name="text"/>.</summary>
    /// <exception cref="TimeoutException">It does not; the message shows the output.</exception>
    public async Task WaitForAsync(string text)
    {
        var watch = Stopwatch.StartNew();
        while (!OutputSoFar().Contains(text, StringComparison.Ordinal))
        {
            if (watch.Elapsed > Patience || _reading.IsCompleted)
            {
                throw new TimeoutException($"'{text}' never came. The output: {OutputSoFar()}");
            }

            await Task.Delay(20);
        }
    }

    /// <summary>Presses Ctrl+C, as a terminal of Linux or macOS does.</summary>
    public void Interrupt() => Signal(Interrupted);

    /// <summary>Lets no time pass for the program, as a laptop that sleeps, until it is woken.</summary>
    public void Sleep() => Signal(OperatingSystem.IsMacOS() ? 17 : 19);

    /// <summary>Wakes it.</summary>
    public void Wake() => Signal(OperatingSystem.IsMacOS() ? 19 : 18);

    /// <summary>Ends the input and waits for the end of the program.</summary>
    public async Task<HostResult> EndAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync().WaitAsync(Patience);
        await _reading;
        return new(_process.ExitCode, OutputSoFar(), await _error);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private void Signal(int signal)
    {
        if (Kill(_process.Id, signal) != 0)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }
    }

    private string OutputSoFar()
    {
        lock (_output)
        {
            return _output.ToString();
        }
    }

    // Not line by line: a prompt has no end of line.
    private async Task ReadAsync()
    {
        var buffer = new char[1024];
        int count;
        while ((count = await _process.StandardOutput.ReadAsync(buffer)) > 0)
        {
            lock (_output)
            {
                _output.Append(buffer, 0, count);
            }
        }
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int Kill(int process, int signal);
}
