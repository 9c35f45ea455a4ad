using System.Management.Automation;
using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Commands.Emulator;

/// <summary>What the emulator's phones would have shown.</summary>
public sealed class GetChataloEmulatorMessageTests : IDisposable
{
    private readonly ModuleSession _session = new();

    public GetChataloEmulatorMessageTests() => _session.Invoke("""
        $emulator = Start-ChataloEmulator
        $null = $emulator | Connect-Chatalo -Device 'Andi - CS'
        """).Ok();

    [Fact]
    public void It_shows_what_was_delivered()
    {
        var run = _session.Invoke("""
            $null = '081234567891', '081234567892' | Send-ChataloMessage -Message Hi -Url https://files.example/a.pdf
            $null = Get-ChataloGroup Sales | Send-ChataloMessage -Message Team
            Get-ChataloEmulatorMessage
            """).Ok();

        Assert.Equal([1L, 2L, 3L], run.Property("Id"));
        Assert.Equal(["caption", "caption", "text"], run.Property("Type"));
        Assert.Equal(["Hi", "Hi", "Team"], run.Property("Text"));
        Assert.Equal([false, false, true], run.Property("IsGroup"));
        Assert.Equal("+6281234567891", run.Property("DeliveredTo")[0]);
    }

    [Fact]
    public void To_chooses_with_wildcards() => Assert.Equal(
        ["+6281234567892", "+6281234567892", "+6281234567891"],
        _session.Invoke(
            """
            $null = '081234567891', '081234567892' | Send-ChataloMessage -Message Hi
            '*2', '+*2', '6281234567891' | ForEach-Object { Get-ChataloEmulatorMessage $_ }
            """).Ok().Property("DeliveredTo"));

    [Fact]
    public void Clear_forgets_after_showing()
    {
        var run = _session.Invoke("$null = Send-ChataloMessage 081234567891 Hi; Get-ChataloEmulatorMessage -Clear; Get-ChataloEmulatorMessage").Ok();

        Assert.Single(run.Output);
        Assert.Equal(1L, _session.Invoke("$emulator.MessageCount").Single().BaseObject);
    }

    [Fact]
    public void A_code_is_read_from_it() => Assert.Equal(
        [true],
        _session.Invoke("$otp = Send-ChataloOtp 081234567891; $otp | Confirm-ChataloOtp -Code (Get-ChataloEmulatorMessage).OtpCode -Quiet").Ok().Values<bool>());

    [Fact]
    public void A_delivered_message_never_goes_out_again_by_itself() =>
        Assert.Equal("Failed", _session.Invoke("$null = Send-ChataloMessage 081234567891 Hi; Get-ChataloEmulatorMessage | Send-ChataloMessage -ErrorAction SilentlyContinue")
            .Output.Single().Properties["Outcome"].Value.ToString());

    [Fact]
    public void Without_an_emulator_it_says_what_to_do()
    {
        using var session = new ModuleSession();

        var error = session.Invoke("Get-ChataloEmulatorMessage").OneError("Chatalo.NotFound", ErrorCategory.ObjectNotFound);

        Assert.Contains("Start-ChataloEmulator", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _session.Invoke("Stop-ChataloEmulator");
        _session.Dispose();
    }
}
