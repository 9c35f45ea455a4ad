using Chatalo.Emulator;
using Chatalo.ModuleTests.Engine;
using Chatalo.ModuleTests.HostProgram;

namespace Chatalo.ModuleTests.Import;

/// <summary>A prompt does not wait for what it does not use: libraries are loaded when first needed. A process of its own has loaded nothing before.</summary>
public sealed class LoadedAssembliesTests
{
    private const string Report = """
        ; [System.AppDomain]::CurrentDomain.GetAssemblies() | ForEach-Object {
            if ([System.Runtime.Loader.AssemblyLoadContext]::GetLoadContext($_).Name -eq 'Chatalo') { $_.GetName().Name }
        }
        """;

    [Fact]
    public async Task Import_loads_no_library() => Assert.Equal(["Chatalo"], await LoadedAsync("$null"));

    [Fact]
    public async Task Reading_loads_nothing_that_it_does_not_use()
    {
        using var gateway = EmulatorServer.Start(new EmulatorOptions { RateLimit = 0 });

        var loaded = await LoadedAsync(Connect(gateway) + "; $null = Get-ChataloProfile");

        Assert.Equal(["Chatalo"], Libraries(loaded));
    }

    [Fact]
    public async Task Sending_loads_the_numbers_and_nothing_else()
    {
        using var gateway = EmulatorServer.Start(new EmulatorOptions { RateLimit = 0 });

        var loaded = await LoadedAsync($"{Connect(gateway)}; $null = Send-ChataloMessage -Number {EmulatedSession.Number} -Message Halo");

        Assert.Single(gateway.Messages);
        Assert.Equal(["Chatalo", "PhoneNumbers"], Libraries(loaded));
    }

    private static string Connect(EmulatorServer gateway) =>
        $"$null = Connect-Chatalo -PublicKey {gateway.Options.PublicKey} -SecretKey {gateway.Options.SecretKey} -BaseUri {gateway.BaseUri} -Device {EmulatorServer.ReadyDeviceId} -SkipCheck";

    private static async Task<IReadOnlyList<string>> LoadedAsync(string script)
    {
        var result = await HostProcess.RunAsync(["-NoModule", "-Command", $"Import-Module '{BuiltModule.Manifest}'; {script} {Report}"]);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        return result.Lines;
    }

    // A session keeps its pace.
    private static IEnumerable<string> Libraries(IEnumerable<string> loaded) =>
        loaded.Where(static n => n != "System.Threading.RateLimiting").Order(StringComparer.Ordinal);
}
