using System.Management.Automation;
using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Commands.Emulator;

/// <summary>Faults on request, as a user tries his script with them.</summary>
public sealed class SetChataloEmulatorFaultTests : IDisposable
{
    private readonly ModuleSession _session = new();

    public SetChataloEmulatorFaultTests() => _session.Invoke("""
        $emulator = Start-ChataloEmulator -RateLimit 0
        $null = $emulator | Connect-Chatalo -Device c7276ae0-c306-4896-8fda-000000000001 -SkipCheck
        """).Ok();

    [Theory]
    [InlineData("Status", "Unknown")]
    [InlineData("Status -StatusCode 400", "Failed")]
    [InlineData("Status -StatusCode 429 -RetryAfterSec 0 -Count 1", "Sent")]
    [InlineData("ResetBefore", "Unknown")]
    [InlineData("ResetAfter", "Unknown")]
    [InlineData("Truncate", "Unknown")]
    [InlineData("Html", "Unknown")]
    [InlineData("Empty", "Unknown")]
    [InlineData("Delay -DelayMilliseconds 10", "Sent")]
    [InlineData("Status -Path /contacts*", "Sent")]
    [InlineData("Status -Every 2", "Sent")]
    public void A_send_meets_it(string fault, string outcome) => Assert.Equal(
        outcome, _session.Invoke($"Set-ChataloEmulatorFault {fault}; Send-ChataloMessage 081234567891 Hi -ErrorAction SilentlyContinue").Output.Single().Properties["Outcome"].Value.ToString());

    [Fact]
    public void WhatIf_changes_nothing() => Assert.Equal(
        ["Sent", "Failed"],
        _session.Invoke("""
            Set-ChataloEmulatorFault Status -StatusCode 400 -WhatIf
            Send-ChataloMessage 081234567891 Hi
            Set-ChataloEmulatorFault Status -StatusCode 400
            Set-ChataloEmulatorFault -Clear -WhatIf
            Send-ChataloMessage 081234567891 Hi -ErrorAction SilentlyContinue
            """).Output.Select(static r => r.Properties["Outcome"].Value.ToString()));

    [Fact]
    public void ProcessFirst_delivers_and_then_fails()
    {
        var run = _session.Invoke("Set-ChataloEmulatorFault Status -ProcessFirst; Send-ChataloMessage 081234567891 Hi -ErrorAction SilentlyContinue; Get-ChataloEmulatorMessage");

        Assert.Equal("Unknown", run.Output[0].Properties["Outcome"].Value.ToString());
        Assert.Equal("Hi", run.Output[1].Properties["Text"].Value);
    }

    [Fact]
    public void Clear_takes_all_back() => Assert.Equal(
        "Sent", _session.Invoke("Set-ChataloEmulatorFault Html; Set-ChataloEmulatorFault Status; Set-ChataloEmulatorFault -Clear; Send-ChataloMessage 081234567891 Hi").Single().Properties["Outcome"].Value.ToString());

    [Fact]
    public void It_can_be_set_for_one_of_several_emulators() => Assert.Equal(
        "Sent", _session.Invoke("Start-ChataloEmulator | Set-ChataloEmulatorFault Html; Send-ChataloMessage 081234567891 Hi").Single().Properties["Outcome"].Value.ToString());

    [Fact]
    public void Without_an_emulator_it_says_what_to_do() =>
        _session.Invoke("Stop-ChataloEmulator; Set-ChataloEmulatorFault Html").OneError("Chatalo.NotFound", ErrorCategory.ObjectNotFound);

    public void Dispose()
    {
        _session.Invoke("Stop-ChataloEmulator");
        _session.Dispose();
    }
}
