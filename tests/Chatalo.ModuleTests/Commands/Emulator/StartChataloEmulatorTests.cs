using System.Management.Automation;
using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Commands.Emulator;

/// <summary>An offline gateway from the prompt.</summary>
public sealed class StartChataloEmulatorTests : IDisposable
{
    // The code is asked for past the module: showing it is another cmdlet's matter.
    private const string AskForCode = """
        $web = [System.Net.Http.HttpClient]::new()
        $web.DefaultRequestHeaders.Add('X-Public-Key', $emulator.PublicKey)
        $web.DefaultRequestHeaders.Add('X-Secret-Key', $emulator.SecretKey)
        $null = $web.GetStringAsync("$($emulator.BaseUri)/device/connect/5333e99a-ed4e-40ab-8dfc-000000000002").GetAwaiter().GetResult()
        $web.Dispose()
        """;

    private readonly ModuleSession _session = new();

    [Fact]
    public void WhatIf_starts_none() => Assert.Empty(_session.Invoke("Start-ChataloEmulator -WhatIf").Ok().Output);

    [Fact]
    public void It_starts_on_a_free_port_of_this_machine_and_is_piped_into_a_session()
    {
        var emulator = _session.Invoke("$emulator = Start-ChataloEmulator; $emulator").Single();

        Assert.Equal("Chatalo.EmulatorInstance", emulator.BaseObject.GetType().FullName);
        Assert.Equal("127.0.0.1", ((Uri)emulator.Properties["BaseUri"].Value).Host);
        Assert.Equal("Trimun Su", _session.Invoke("($emulator | Connect-Chatalo).Account").Single().BaseObject);
        Assert.Equal(1L, _session.Invoke("$emulator.RequestCount").Single().BaseObject);
    }

    [Fact]
    public void Two_run_side_by_side() =>
        Assert.Equal(2, _session.Invoke("Start-ChataloEmulator; Start-ChataloEmulator").Ok().Property("BaseUri").Distinct().Count());

    [Fact]
    public void A_port_that_is_taken_is_an_error()
    {
        var error = _session.Invoke("$first = Start-ChataloEmulator; Start-ChataloEmulator -Port $first.BaseUri.Port").OneError("Chatalo.InvalidInput", ErrorCategory.InvalidArgument);

        Assert.Contains("-Port", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_rate_window_is_as_asked_and_known_to_the_session()
    {
        var run = _session.Invoke("""
            $null = Start-ChataloEmulator -RateLimit 7 -RateLimitWindowSec 30 | Connect-Chatalo
            (Get-ChataloSession).RateLimit.Limit
            (Get-ChataloSession).RateLimit.Remaining
            """);

        Assert.Equal([7, 6], run.Ok().Values<int>());
    }

    [Fact]
    public void A_code_is_scanned_by_itself_when_asked() => Assert.Equal(
        ["AUTHENTICATED"],
        _session.Invoke($"""
            $emulator = Start-ChataloEmulator -AutoScanSec 0
            $null = $emulator | Connect-Chatalo
            {AskForCode}
            (Wait-ChataloDevice -Device 'Dita - CS' -TimeoutSec 60).Status
            """).Ok().Values<string>());

    [Theory]
    [InlineData("-Port 70000")]
    [InlineData("-RateLimit -1")]
    [InlineData("-RateLimitWindowSec 0")]
    public void Settings_that_cannot_be_are_refused(string setting)
    {
        var run = _session.Invoke("Start-ChataloEmulator " + setting);

        Assert.StartsWith("ParameterArgumentValidationError", Assert.Single(run.ErrorIds), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _session.Invoke("Stop-ChataloEmulator");
        _session.Dispose();
    }
}
