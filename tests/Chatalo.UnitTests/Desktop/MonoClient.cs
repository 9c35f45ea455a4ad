using System.Diagnostics;
using System.Text;
using Chatalo.Emulator;
using Chatalo.UnitTests.Conventions;

namespace Chatalo.UnitTests.Desktop;

/// <summary>tests/Chatalo.DesktopClient on Mono, with the assemblies for Windows PowerShell, against an emulator in the test's process.</summary>
public sealed class MonoClient : IDisposable
{
    // So that a hang fails one test instead of the whole run.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly Task<string> _error;

    /// <summary>Starts both.</summary>
    /// <param name="timeout">How many seconds an attempt may take.</param>
    public MonoClient(int timeout = 30)
    {
        Gateway = EmulatorServer.Start(new EmulatorOptions { RateLimit = 0 });
        // The configuration that these tests were built in.
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var program = Path.Combine(Repository.Root, "tests", "Chatalo.DesktopClient", "bin", configuration, "net472", "Chatalo.DesktopClient.exe");
        string[] arguments =
        [
            program, Folder, Gateway.BaseUri.ToString(), Gateway.Options.PublicKey, Gateway.Options.SecretKey, EmulatorServer.ReadyDeviceId, $"{timeout}",
        ];
        _process = Process.Start(new ProcessStartInfo(MonoFactAttribute.Program ?? throw new InvalidOperationException("mono is not on the PATH, and CHATALO_REQUIRE_MONO is set."), arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = new UTF8Encoding(false),
        })!;
        _error = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>The assemblies for Windows PowerShell.</summary>
    public static string Folder { get; } = Path.Combine(Repository.ModuleFolder, "bin", "Desktop");

    /// <summary>The other end.</summary>
    public EmulatorServer Gateway { get; }

    /// <summary>Gives the program a line and takes its answer.</summary>
    /// <exception cref="InvalidOperationException">The program ended instead; the message says why.</exception>
    public async Task<string> AskAsync(params string[] command)
    {
        await _process.StandardInput.WriteLineAsync(string.Join('\t', command));
        await _process.StandardInput.FlushAsync();
        return await _process.StandardOutput.ReadLineAsync().WaitAsync(Patience) ?? throw new InvalidOperationException(await _error);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        Gateway.Dispose();
    }
}
