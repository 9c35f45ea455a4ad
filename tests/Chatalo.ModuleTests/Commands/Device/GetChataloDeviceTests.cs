using System.Management.Automation;
using Chatalo.Emulator;
using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Commands.Device;

/// <summary>The list of devices and one of them.</summary>
public sealed class GetChataloDeviceTests : IDisposable
{
    private readonly EmulatedSession _chat = new();

    [Fact]
    public void It_lists_devices_with_what_they_are()
    {
        var run = _chat.Invoke("Get-ChataloDevice").Ok();

        Assert.All(run.Output, static device => Assert.Equal("Chatalo.Device", device.BaseObject.GetType().FullName));
        Assert.Equal(["Andi - CS", "Dita - CS", "Sela - CS"], run.Property("Name"));
        Assert.Equal([true, true, false], run.Property("IsApiEnabled"));
        Assert.Equal([true, false, false], run.Property("IsReady"));
        Assert.Equal(["AUTHENTICATED", "DISCONNECTED", "AUTHENTICATED"], run.Property("Status"));
        Assert.Equal("+6285176630001", run.Property("WhatsAppNumber")[0]);
        Assert.Equal(run.Property("Id"), run.Property("DeviceId"));
    }

    [Theory]
    [InlineData("-Ready", 1)]
    [InlineData("*cs", 3)]
    [InlineData("-Name a*, d*", 2)]
    [InlineData("-Name 'Andi - CS'", 1)]
    [InlineData("-Name nobody*", 0)]
    [InlineData("-Name 'Dita - CS' -Ready", 0)]
    [InlineData("-Name nobody -First 1", 0)]
    [InlineData("-Status authenticated", 2)]
    [InlineData("-Status AUTHENTICATED, DISCONNECTED -Name s*", 1)]
    [InlineData("-First 2", 2)]
    [InlineData("-Skip 1", 2)]
    [InlineData("-Skip 1 -First 1", 1)]
    [InlineData("-First 0", 0)]
    [InlineData("-Ready -Skip 1", 0)]
    public void Parameters_choose(string parameters, int count) => Assert.Equal(count, _chat.Invoke("Get-ChataloDevice " + parameters).Ok().Output.Count);

    [Fact]
    public void A_name_that_no_device_has_is_an_error_beside_the_others()
    {
        var run = _chat.Invoke("Get-ChataloDevice nobody, 'Andi - CS', none*");

        Assert.Equal(["Andi - CS"], run.Property("Name"));
        Assert.Equal("nobody", run.OneError("Chatalo.NotFound", ErrorCategory.ObjectNotFound).TargetObject);
    }

    [Fact]
    public void A_name_with_brackets_finds_itself()
    {
        _chat.Invoke("$null = New-ChataloDevice 'Ops [1]' 081234567891").Ok();

        Assert.Equal(["Ops [1]"], _chat.Invoke("Get-ChataloDevice 'Ops [1]'").Ok().Property("Name"));
    }

    [Fact]
    public void An_id_is_asked_for_by_itself()
    {
        var device = _chat.Invoke("Get-ChataloDevice -Id " + EmulatorServer.NoApiDeviceId).Single();

        Assert.Equal("Connected, but not for the API", device.Properties["Description"].Value);
        Assert.Equal(["GET /device/" + EmulatorServer.NoApiDeviceId], _chat.Asked);
    }

    [Fact]
    public void Ids_bind_by_property_name() => Assert.Equal(
        ["Dita - CS"], _chat.Invoke("[pscustomobject]@{ DeviceId = $id } | Get-ChataloDevice", ("id", EmulatorServer.DisconnectedDeviceId)).Ok().Property("Name"));

    [Fact]
    public void Of_several_ids_the_unknown_one_is_an_error_and_the_others_come()
    {
        var run = _chat.Invoke(
            "Get-ChataloDevice -Id $a, 'c7276ae0-c306-4896-8fda-999999999999', $b", ("a", EmulatorServer.ReadyDeviceId), ("b", EmulatorServer.NoApiDeviceId));

        Assert.Equal(["Andi - CS", "Sela - CS"], run.Property("Name"));
        Assert.Equal("c7276ae0-c306-4896-8fda-999999999999", run.OneError("Chatalo.NotFound", ErrorCategory.ObjectNotFound).TargetObject);
    }

    [Theory]
    [InlineData("../profile")]
    [InlineData("a/b")]
    [InlineData("a..b")]
    [InlineData("a?b")]
    [InlineData("%2e%2e")]
    [InlineData("a\\b")]
    public void An_id_that_is_a_way_elsewhere_is_refused_before_a_call(string id)
    {
        _chat.Invoke("Get-ChataloDevice -Id $id", ("id", id)).OneError("Chatalo.InvalidInput", ErrorCategory.InvalidArgument);

        Assert.Empty(_chat.Asked);
    }

    [Fact]
    public void A_status_that_came_later_is_kept()
    {
        _chat.Gateway.SetDeviceStatus(EmulatorServer.ReadyDeviceId, "HIBERNATING");

        var run = _chat.Invoke("Get-ChataloDevice -Status hibernating").Ok();

        Assert.Equal(["HIBERNATING"], run.Property("Status"));
        Assert.Equal([false], run.Property("IsReady"));
    }

    [Fact]
    public void An_empty_list_is_no_device_and_no_error()
    {
        _chat.Fault(new FaultRule { Kind = FaultKind.Status, StatusCode = 200, Body = """{"data":[],"meta":{"code":200,"message":"OK"}}""" });

        Assert.Empty(_chat.Invoke("Get-ChataloDevice").Ok().Output);
        _chat.Invoke("Get-ChataloDevice -Id " + EmulatorServer.ReadyDeviceId).OneError("Chatalo.NotFound", ErrorCategory.ObjectNotFound);
    }

    [Fact]
    public void A_device_is_still_one_after_an_export()
    {
        var run = _chat.Invoke("Get-ChataloDevice -Ready | ForEach-Object { [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($_)) } | Test-ChataloDevice");

        Assert.Equal([true], run.Ok().Values<bool>());
    }

    public void Dispose() => _chat.Dispose();
}
