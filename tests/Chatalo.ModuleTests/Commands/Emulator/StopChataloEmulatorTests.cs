using System.Management.Automation;
using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Commands.Emulator;

/// <summary>The end of emulators.</summary>
public sealed class StopChataloEmulatorTests : IDisposable
{
    private readonly ModuleSession _session = new();

    [Fact]
    public void All_of_the_runspace_end()
    {
        using var other = new ModuleSession();
        other.Invoke("$emulator = Start-ChataloEmulator").Ok();

        var run = _session.Invoke("$a = Start-ChataloEmulator; $b = Start-ChataloEmulator; Stop-ChataloEmulator; $a.IsRunning; $b.IsRunning");

        Assert.Equal([false, false], run.Ok().Values<bool>());
        Assert.Equal([true], other.Invoke("$emulator.IsRunning; Stop-ChataloEmulator").Ok().Values<bool>());
    }

    [Fact]
    public void One_is_piped_in() => Assert.Equal(
        [false, true], _session.Invoke("$a = Start-ChataloEmulator; $b = Start-ChataloEmulator; $a | Stop-ChataloEmulator; $a.IsRunning; $b.IsRunning").Ok().Values<bool>());

    [Fact]
    public void WhatIf_leaves_it_running() => Assert.Equal(
        [true], _session.Invoke("$a = Start-ChataloEmulator; Stop-ChataloEmulator -WhatIf; $a.IsRunning").Ok().Values<bool>());

    [Fact]
    public void Without_any_it_does_nothing() => Assert.Empty(_session.Invoke("Stop-ChataloEmulator; Stop-ChataloEmulator").Ok().Output);

    [Fact]
    public void A_session_with_it_cannot_reach_it_any_more() => _session
        .Invoke("$null = Start-ChataloEmulator | Connect-Chatalo -MaximumRetryCount 0; Stop-ChataloEmulator; Get-ChataloProfile")
        .OneError("Chatalo.Unreachable", ErrorCategory.ConnectionError);

    public void Dispose()
    {
        _session.Invoke("Stop-ChataloEmulator");
        _session.Dispose();
    }
}
