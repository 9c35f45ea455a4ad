using System.Management.Automation;
using Chatalo.Emulator;
using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Commands.Device;

/// <summary>A change of one field leaves the others, though the gateway wants all.</summary>
public sealed class SetChataloDeviceTests : IDisposable
{
    private readonly EmulatedSession _chat = new();

    private EmulatedDevice Device => _chat.Gateway.Devices.Single(static device => device.Id == EmulatorServer.NoApiDeviceId);

    [Theory]
    [InlineData("-Name Sela", "Sela", "Connected, but not for the API", "6285171630003", false)]
    [InlineData("-ApiEnabled $true", "Sela - CS", "Connected, but not for the API", "6285171630003", true)]
    [InlineData("-Description 'Hall'", "Sela - CS", "Hall", "6285171630003", false)]
    [InlineData("-Number 081234567891", "Sela - CS", "Connected, but not for the API", "6281234567891", false)]
    [InlineData("-Number 91234567 -CountryCode 65", "Sela - CS", "Connected, but not for the API", "6591234567", false)]
    public void One_field_is_changed_and_the_others_stay(string change, string name, string description, string number, bool isApi)
    {
        var device = _chat.Invoke($"Set-ChataloDevice 'Sela - CS' {change}").Single();

        Assert.Equal("Chatalo.Device", device.BaseObject.GetType().FullName);
        Assert.Equal((name, description, number, isApi), (Device.Name, Device.Description, Device.WhatsAppNumber, Device.IsApi));
    }

    [Fact]
    public void An_empty_note_removes_it()
    {
        _chat.Invoke("Set-ChataloDevice 'Sela - CS' -Description ''").Ok();

        Assert.True(string.IsNullOrEmpty(Device.Description));
    }

    [Fact]
    public void A_device_is_piped_in()
    {
        Assert.Equal(["AUTHENTICATED"], _chat.Invoke("Get-ChataloDevice sela* | Set-ChataloDevice -ApiEnabled $true | Where-Object IsReady").Ok().Property("Status"));

        Assert.Equal("Sela - CS", Device.Name);
    }

    [Fact]
    public void A_country_code_alone_is_refused() =>
        _chat.Invoke("Set-ChataloDevice 'Sela - CS' -CountryCode 65").OneError("Chatalo.InvalidInput", ErrorCategory.InvalidArgument);

    [Fact]
    public void A_number_of_the_gateways_that_is_none_is_an_error_of_ours()
    {
        _chat.Fault(new FaultRule
        {
            Kind = FaultKind.Status, StatusCode = 200, Method = "GET", Body = """{"data":{"id":"d-1","name":"Sela","whatsapp_number":"628517163xxxx"},"meta":{"code":200}}""",
        });

        _chat.Invoke("Set-ChataloDevice c7276ae0-c306-4896-8fda-000000000001 -Name New").OneError("Chatalo.InvalidInput", ErrorCategory.InvalidArgument);
    }

    [Fact]
    public void WhatIf_changes_nothing()
    {
        Assert.Empty(_chat.Invoke("Set-ChataloDevice 'Sela - CS' -Name Other -WhatIf").Ok().Output);

        Assert.Equal("Sela - CS", Device.Name);
        Assert.DoesNotContain(_chat.Asked, static asked => asked.StartsWith("PATCH", StringComparison.Ordinal));
    }

    [Fact]
    public void An_unknown_device_is_not_found()
    {
        var error = _chat.Invoke("Set-ChataloDevice nobody -Name Other").OneError("Chatalo.NotFound", ErrorCategory.ObjectNotFound);

        Assert.Equal("nobody", error.TargetObject);
    }

    [Fact]
    public void A_lost_answer_says_that_the_change_may_have_been_made()
    {
        _chat.Fault(new FaultRule { Kind = FaultKind.ResetAfter, Method = "PATCH" });

        var error = _chat.Invoke("Set-ChataloDevice 'Sela - CS' -Name Other").OneError("Chatalo.Unreachable", ErrorCategory.ConnectionError);

        Assert.Contains("may have been made", error.ToString(), StringComparison.Ordinal);
        Assert.Single(_chat.Asked, static asked => asked.StartsWith("PATCH", StringComparison.Ordinal));
    }

    public void Dispose() => _chat.Dispose();
}
