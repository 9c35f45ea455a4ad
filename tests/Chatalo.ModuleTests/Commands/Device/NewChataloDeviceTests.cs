using System.Management.Automation;
using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Commands.Device;

/// <summary>A new device, whose number goes out in two parts.</summary>
public sealed class NewChataloDeviceTests : IDisposable
{
    private readonly EmulatedSession _chat = new();

    [Theory]
    [InlineData("081234567891", "6281234567891")]
    [InlineData("+62 812-3456-7891", "6281234567891")]
    [InlineData("+65 9123 4567", "6591234567")]
    [InlineData("0812 3456 7891 -CountryCode 62", "6281234567891")]
    [InlineData("91234567 -CountryCode +65", "6591234567")]
    public void A_number_is_split_however_it_is_written(string number, string joined)
    {
        var parts = number.Split(" -CountryCode ");
        var code = parts.Length == 2 ? "-CountryCode " + parts[1] : "";

        var device = _chat.Invoke($"New-ChataloDevice -Name 'Front desk' -Number '{parts[0]}' {code} -Description 'Hall'").Single();

        Assert.Equal("+" + joined, device.Properties["WhatsAppNumber"].Value);
        Assert.Equal("Hall", device.Properties["Description"].Value);
        Assert.Equal(true, device.Properties["IsApiEnabled"].Value);
        Assert.Equal("DISCONNECTED", device.Properties["Status"].Value);
        Assert.Contains(_chat.Gateway.Devices, known => known.Name == "Front desk" && known.WhatsAppNumber == joined && known.IsApi);
    }

    [Fact]
    public void Rows_of_a_list_bind_by_property_name()
    {
        var run = _chat.Invoke("""
            [pscustomobject]@{ Name = 'One'; Number = '081234567891'; ApiEnabled = $false },
            [pscustomobject]@{ Name = 'Two'; Number = '81234567892'; CountryCode = '62' } | New-ChataloDevice
            """).Ok();

        Assert.Equal(["+6281234567891", "+6281234567892"], run.Property("WhatsAppNumber"));
        Assert.Equal([false, true], run.Property("IsApiEnabled"));
    }

    [Fact]
    public void WhatIf_makes_nothing()
    {
        Assert.Empty(_chat.Invoke("New-ChataloDevice A 081234567891 -WhatIf").Ok().Output);
        Assert.Contains("A (+62 81234567891)", _chat.Host.TakeText(), StringComparison.Ordinal);
        Assert.Empty(_chat.Asked);
    }

    [Fact]
    public void A_number_that_is_none_is_refused_before_a_call()
    {
        var error = _chat.Invoke("New-ChataloDevice Desk 12").OneError("Chatalo.InvalidInput", ErrorCategory.InvalidArgument);

        Assert.Equal("Desk", error.TargetObject);
        Assert.Empty(_chat.Asked);
    }

    [Fact]
    public void A_field_that_the_gateway_refuses_is_named()
    {
        _chat.Fault(new Chatalo.Emulator.FaultRule
        {
            Kind = Chatalo.Emulator.FaultKind.Status,
            StatusCode = 422,
            Body = """{"message":"The given data was invalid.","errors":{"number":["The number has already been taken."]}}""",
        });

        var error = _chat.Invoke("New-ChataloDevice Desk 081234567891").OneError("Chatalo.InvalidInput", ErrorCategory.InvalidArgument);

        Assert.Contains("The number has already been taken.", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_device_is_found_by_its_name_at_once()
    {
        var run = _chat.Invoke("$null = Test-ChataloDevice -Device 'Andi - CS'; $null = New-ChataloDevice Desk 081234567891; Test-ChataloDevice -Device desk");

        Assert.Equal([false], run.Ok().Values<bool>());
    }

    public void Dispose() => _chat.Dispose();
}
