using System.Management.Automation;
using Chatalo.Emulator;
using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Commands.Device;

/// <summary>Unlinking a device asks first: it cannot be used until its code is scanned again.</summary>
public sealed class DisconnectChataloDeviceTests : IDisposable
{
    private readonly EmulatedSession _chat = new();

    [Theory]
    [InlineData("y", "DISCONNECTED")]
    [InlineData("n", "AUTHENTICATED")]
    public void It_asks_and_does_as_it_is_told(string answer, string status)
    {
        _chat.Host.Answers.Enqueue(answer);

        _chat.Invoke("Disconnect-ChataloDevice 'Andi - CS'").Ok();

        Assert.Equal(status, _chat.Gateway.Devices.Single(static device => device.Id == EmulatorServer.ReadyDeviceId).Status);
        Assert.Single(_chat.Host.Questions);
    }

    [Fact]
    public void A_device_is_piped_in_and_only_unlinked()
    {
        _chat.Invoke("Get-ChataloDevice -Ready | Disconnect-ChataloDevice -Confirm:$false").Ok();

        Assert.Equal("DELETE /device/disconnect/" + EmulatorServer.ReadyDeviceId, _chat.Asked[^1]);
        Assert.Equal(3, _chat.Gateway.Devices.Count);
    }

    [Fact]
    public void WhatIf_unlinks_nothing()
    {
        _chat.Invoke("Get-ChataloDevice | Disconnect-ChataloDevice -WhatIf").Ok();

        Assert.DoesNotContain(_chat.Asked, static asked => asked.StartsWith("DELETE", StringComparison.Ordinal));
    }

    [Fact]
    public void An_unknown_device_is_not_found() =>
        _chat.Invoke("Disconnect-ChataloDevice nobody -Confirm:$false").OneError("Chatalo.NotFound", ErrorCategory.ObjectNotFound);

    public void Dispose() => _chat.Dispose();
}
