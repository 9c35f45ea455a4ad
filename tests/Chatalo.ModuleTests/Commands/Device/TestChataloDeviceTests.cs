using System.Management.Automation;
using Chatalo.Emulator;
using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Commands.Device;

/// <summary>Whether a device is linked.</summary>
public sealed class TestChataloDeviceTests : IDisposable
{
    private readonly EmulatedSession _chat = new();

    [Theory]
    [InlineData("", true)]
    [InlineData("-Device 'Dita - CS'", false)]
    [InlineData("-Device " + EmulatorServer.DisconnectedDeviceId, false)]
    [InlineData("-Device (Get-ChataloDevice 'Sela*')", true)]
    public void It_gives_true_or_false(string device, bool linked) => Assert.Equal([linked], _chat.Invoke("Test-ChataloDevice " + device).Ok().Values<bool>());

    [Fact]
    public void Devices_are_piped_in() => Assert.Equal([true, false, true], _chat.Invoke("Get-ChataloDevice | Test-ChataloDevice").Ok().Values<bool>());

    [Fact]
    public void Two_devices_of_one_name_are_told_apart_by_the_user()
    {
        _chat.Invoke("$null = New-ChataloDevice 'andi - cs' 081234567891").Ok();

        var error = _chat.Invoke("Test-ChataloDevice -Device 'Andi - CS'").OneError("Chatalo.InvalidInput", ErrorCategory.InvalidArgument);

        Assert.Contains(EmulatorServer.ReadyDeviceId, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_is_looked_up_once_for_many_inputs()
    {
        _chat.Invoke("1..5 | ForEach-Object { Test-ChataloDevice -Device 'Andi - CS' }").Ok();

        Assert.Single(_chat.Asked, "GET /device");
    }

    [Fact]
    public void Without_any_device_it_says_what_to_do()
    {
        using var chat = new EmulatedSession(connect: "");

        var error = chat.Invoke("Test-ChataloDevice").OneError("Chatalo.InvalidInput", ErrorCategory.InvalidArgument);

        Assert.Contains("-Device", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_that_does_not_say_is_unexpected()
    {
        _chat.Fault(new FaultRule { Kind = FaultKind.Status, StatusCode = 200, Body = """{"data":[],"meta":{"code":200}}""" });

        _chat.Invoke("Test-ChataloDevice").OneError("Chatalo.UnexpectedAnswer", ErrorCategory.ProtocolError);
    }

    public void Dispose() => _chat.Dispose();
}
