using System.Diagnostics;

namespace Chatalo.Benchmarks;

/// <summary>What a whole PowerShell process takes that does one thing: in milliseconds from its start to its end, and in memory at most.</summary>
internal sealed class Prompt
{
    private readonly string _program;
    private readonly string[] _arguments;

    private Prompt(string program, params string[] arguments) => (_program, _arguments) = (program, arguments);

    public string Name => Path.GetFileName(_arguments.FirstOrDefault(static a => a.EndsWith(".dll", StringComparison.Ordinal)) ?? _program);

    /// <summary>Whether it has the cmdlets that are not the engine's own, such as Invoke-RestMethod.</summary>
    public bool IsPowerShell => _program != "dotnet";

    /// <summary>pwsh where it is installed, else the engine in Chatalo.Host.</summary>
    public static Prompt Find()
    {
        var pwsh = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(static p => Path.Combine(p, OperatingSystem.IsWindows() ? "pwsh.exe" : "pwsh"))
            .FirstOrDefault(File.Exists);
        return pwsh is not null
            ? new Prompt(pwsh, "-NoProfile", "-NonInteractive", "-Command")
            : new Prompt("dotnet", Path.Combine(Repository.Root, "src/Chatalo.Host/bin", Repository.Configuration, "net10.0/Chatalo.Host.dll"), "-NoModule", "-Command");
    }

    /// <summary>Runs a command in a process of its own.</summary>
    public async Task<(double Milliseconds, string Output)> RunAsync(string command)
    {
        var start = new ProcessStartInfo(_program) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (IEnumerable<string>)[.. _arguments, command])
        {
            start.ArgumentList.Add(argument);
        }

        // Neither asks the network at its start.
        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        start.Environment["POWERSHELL_UPDATECHECK"] = "Off";
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var milliseconds = watch.Elapsed.TotalMilliseconds;
        return (await error).Length == 0 ? (milliseconds, output.Trim()) : throw new InvalidOperationException($"{command}: {await error}");
    }
}
