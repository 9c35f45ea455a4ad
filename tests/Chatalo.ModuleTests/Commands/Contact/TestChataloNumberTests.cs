using System.Management.Automation;
using Chatalo.Emulator;
using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Commands.Contact;

/// <summary>Whether numbers are on WhatsApp; those that end in 0000 are not.</summary>
public sealed class TestChataloNumberTests : IDisposable
{
    private readonly EmulatedSession _chat = new();

    [Fact]
    public void It_gives_the_number_and_whether_it_exists()
    {
        var check = _chat.Invoke("Test-ChataloNumber 0812-3456-7891").Single();

        Assert.Equal("Chatalo.NumberCheck", check.BaseObject.GetType().FullName);
        Assert.Equal("+6281234567891", check.Properties["Number"].Value);
        Assert.Equal(true, check.Properties["Exists"].Value);
    }

    [Fact]
    public void Quiet_gives_true_or_false() =>
        Assert.Equal([true, false], _chat.Invoke("'081234567891', '081234560000' | Test-ChataloNumber -Quiet").Ok().Values<bool>());

    [Fact]
    public void What_exists_goes_on_to_a_send()
    {
        var run = _chat.Invoke("""
            [pscustomobject]@{ Nama = 'A'; 'No HP' = '081234567891' }, [pscustomobject]@{ Nama = 'B'; 'No HP' = '081234560000' } |
                Test-ChataloNumber | Where-Object Exists | Send-ChataloMessage -Message Halo
            """);

        Assert.Equal("+6281234567891", run.Single().Properties["Number"].Value);
        Assert.Equal("6281234567891", Assert.Single(_chat.Gateway.Messages).Number);
    }

    [Fact]
    public void The_input_is_kept() => Assert.Equal(
        "A", _chat.Invoke("([pscustomobject]@{ Nama = 'A'; Phone = '081234567891' } | Test-ChataloNumber).InputObject.Nama").Single().BaseObject);

    [Fact]
    public void A_number_that_is_none_leaves_the_others()
    {
        var run = _chat.Invoke("'081234567891', 'abc', '081234567892' | Test-ChataloNumber");

        Assert.Equal(2, run.Output.Count);
        Assert.Equal("abc", run.OneError("Chatalo.InvalidInput", ErrorCategory.InvalidArgument).TargetObject.ToString());
    }

    [Fact]
    public void The_region_reads_numbers_without_a_country_code()
    {
        using var chat = new EmulatedSession($"-Device {EmulatorServer.ReadyDeviceId} -DefaultRegion SG");

        Assert.Equal("+6591234567", chat.Invoke("Test-ChataloNumber 91234567").Single().Properties["Number"].Value);
    }

    public void Dispose() => _chat.Dispose();
}
