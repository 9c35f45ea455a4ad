using System.Diagnostics;
using System.Reflection;

namespace Chatalo.UnitTests.Packages;

/// <summary>The PowerShell that .config/dotnet-tools.json pins, as a process of its own.</summary>
internal static class PowerShellProcess
{
    // So that a hang fails one test instead of the whole run.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Its assembly, which dotnet runs.</summary>
    public static string Pwsh { get; } = typeof(PowerShellProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static a => a.Key == "Pwsh").Value!;

    /// <summary>Runs it to its end, without a profile and without input.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", ["exec", Pwsh, "-NoProfile", "-NonInteractive", .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        try
        {
            process.StandardInput.Close();
            var error = process.StandardError.ReadToEndAsync();
            var output = await process.StandardOutput.ReadToEndAsync().WaitAsync(Patience);
            await process.WaitForExitAsync().WaitAsync(Patience);
            return (process.ExitCode, output, await error);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }
}
