using System.Diagnostics;

namespace Chatalo.Benchmarks;

/// <summary>An emulator in a process of its own, so that what is measured is the client's side.</summary>
internal sealed class EmulatorProcess : IDisposable
{
    private readonly Process _process;

    private EmulatorProcess(Process process, Uri baseUri) => (_process, BaseUri) = (process, baseUri);

    public Uri BaseUri { get; }

    public static EmulatorProcess Start(params string[] arguments)
    {
        var program = Path.Combine(Repository.Root, "src/Chatalo.Emulator/bin", Repository.Configuration, "net10.0/Chatalo.Emulator.dll");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        start.ArgumentList.Add(program);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        while (process.StandardOutput.ReadLine() is { } line)
        {
            var at = line.IndexOf("http://", StringComparison.Ordinal);
            if (at >= 0)
            {
                return new EmulatorProcess(process, new Uri(line[at..].Split(' ')[0].Trim()));
            }
        }

        throw new InvalidOperationException("The emulator did not start.");
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
