using System.Management.Automation;
using Chatalo.Emulator;
using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Commands.Device;

/// <summary>Waiting until a device is linked.</summary>
public sealed class WaitChataloDeviceTests : IDisposable
{
    private readonly EmulatedSession _chat = new();

    [Fact]
    public void A_linked_device_comes_at_once()
    {
        Assert.Equal("Andi - CS", _chat.Invoke("Wait-ChataloDevice").Single().Properties["Name"].Value);
        Assert.Equal(2, _chat.Asked.Count);
    }

    [Fact]
    public async Task A_device_comes_when_it_is_linked()
    {
        using var waiting = _chat.Session.InvokeAsync("Wait-ChataloDevice -Device " + EmulatorServer.DisconnectedDeviceId);
        await Until.TrueAsync(() => _chat.Gateway.RequestCount > 0, "the first look");
        _chat.Gateway.SetDeviceStatus(EmulatorServer.DisconnectedDeviceId, "AUTHENTICATED");

        var run = await waiting.Completion;

        Assert.Equal([true], run.Ok().Property("IsReady"));
    }

    [Fact]
    public void After_the_time_it_is_an_error()
    {
        var error = _chat.Invoke("Wait-ChataloDevice -Device 'Dita - CS' -TimeoutSec 1").OneError("Chatalo.TimedOut", ErrorCategory.OperationTimeout);

        Assert.Equal("Dita - CS", error.TargetObject);
    }

    [Fact]
    public async Task It_stops_when_it_is_stopped()
    {
        using var waiting = _chat.Session.InvokeAsync("Wait-ChataloDevice -Device 'Dita - CS' -TimeoutSec 86400");
        await Until.TrueAsync(() => _chat.Gateway.RequestCount > 1, "the first look");

        await waiting.StopAsync();

        Assert.IsType<PipelineStoppedException>((await waiting.Completion).Exception);
    }

    public void Dispose() => _chat.Dispose();
}
