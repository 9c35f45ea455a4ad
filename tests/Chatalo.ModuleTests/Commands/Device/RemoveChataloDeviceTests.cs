using System.Management.Automation;
using Chatalo.Emulator;
using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Commands.Device;

/// <summary>Deleting a device asks first.</summary>
public sealed class RemoveChataloDeviceTests : IDisposable
{
    private readonly EmulatedSession _chat = new();

    [Theory]
    [InlineData("y", 2)]
    [InlineData("n", 3)]
    public void It_asks_and_does_as_it_is_told(string answer, int left)
    {
        _chat.Host.Answers.Enqueue(answer);

        Assert.Empty(_chat.Invoke("Remove-ChataloDevice 'Dita - CS'").Ok().Output);

        Assert.Contains("Dita - CS", Assert.Single(_chat.Host.Questions), StringComparison.Ordinal);
        Assert.Equal(left, _chat.Gateway.Devices.Count);
    }

    [Fact]
    public void Confirm_false_asks_nothing()
    {
        _chat.Invoke("Get-ChataloDevice -Status DISCONNECTED | Remove-ChataloDevice -Confirm:$false").Ok();

        Assert.Empty(_chat.Host.Questions);
        Assert.DoesNotContain(_chat.Gateway.Devices, static device => device.Id == EmulatorServer.DisconnectedDeviceId);
    }

    [Fact]
    public void WhatIf_deletes_nothing()
    {
        _chat.Invoke("Get-ChataloDevice | Remove-ChataloDevice -WhatIf").Ok();

        Assert.Equal(3, _chat.Gateway.Devices.Count);
    }

    [Fact]
    public void A_deleted_device_is_unknown_at_once()
    {
        var run = _chat.Invoke("Remove-ChataloDevice 'Dita - CS' -Confirm:$false; Test-ChataloDevice -Device 'Dita - CS'");

        run.OneError("Chatalo.NotFound", ErrorCategory.ObjectNotFound);
    }

    [Fact]
    public void A_device_is_never_the_sessions_by_default()
    {
        _chat.Invoke("Remove-ChataloDevice -Confirm:$false");

        Assert.Equal(3, _chat.Gateway.Devices.Count);
    }

    [Theory]
    [InlineData("'../profile'", "Chatalo.NotFound", ErrorCategory.ObjectNotFound)]
    [InlineData("'c7276ae0-c306-4896-8fda-999999999999'", "Chatalo.NotFound", ErrorCategory.ObjectNotFound)]
    public void What_is_no_device_is_not_found(string device, string id, ErrorCategory category)
    {
        _chat.Invoke($"Remove-ChataloDevice {device} -Confirm:$false").OneError(id, category);

        Assert.Equal(3, _chat.Gateway.Devices.Count);
    }

    [Fact]
    public void A_refusal_in_a_good_answer_is_an_error()
    {
        _chat.Fault(new FaultRule { Kind = FaultKind.Status, StatusCode = 200, Method = "DELETE", Body = """{"data":{"is_deleted":false},"meta":{"code":200}}""" });

        _chat.Invoke("Remove-ChataloDevice 'Dita - CS' -Confirm:$false").OneError("Chatalo.InvalidInput", ErrorCategory.InvalidArgument);
    }

    public void Dispose() => _chat.Dispose();
}
