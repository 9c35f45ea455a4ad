using System.Management.Automation;
using Chatalo.Emulator;
using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Commands.Otp;

/// <summary>One-time passwords that go out.</summary>
public sealed class SendChataloOtpTests : IDisposable
{
    private readonly EmulatedSession _chat = new();

    [Fact]
    public void It_sends_a_code_and_gives_what_confirms_it()
    {
        var otp = _chat.Invoke("Send-ChataloOtp 0812-3456-7891 'Kode: {otp_code}' -TimeoutSec 60 -MaxAttempts 3").Single();

        Assert.Equal("Chatalo.OtpRequest", otp.BaseObject.GetType().FullName);
        Assert.Equal("+6281234567891", otp.Properties["Number"].Value);
        Assert.True(Guid.TryParse((string)otp.Properties["RequestId"].Value, out _));
        var message = Assert.Single(_chat.Gateway.Messages);
        Assert.Equal("Kode: " + message.OtpCode, message.Message);
    }

    [Fact]
    public void Numbers_are_piped_in()
    {
        var run = _chat.Invoke("'081234567891', '081234567892' | Send-ChataloOtp").Ok();

        Assert.Equal(2, run.Property("RequestId").Distinct().Count());
        Assert.Equal(["6281234567891", "6281234567892"], _chat.Gateway.Messages.Select(static m => m.Number));
    }

    [Fact]
    public void A_text_without_the_place_for_the_code_is_refused_before_a_call()
    {
        var error = _chat.Invoke("'081234567891', '081234567892' | Send-ChataloOtp -Message 'Your code'").OneError("Chatalo.InvalidInput", ErrorCategory.InvalidArgument);

        Assert.Contains("{otp_code}", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(_chat.Asked);
    }

    [Fact]
    public void WhatIf_sends_nothing()
    {
        Assert.Empty(_chat.Invoke("Send-ChataloOtp 081234567891 -WhatIf").Ok().Output);

        Assert.Empty(_chat.Gateway.Messages);
    }

    [Theory]
    [InlineData(FaultKind.ResetAfter)]
    [InlineData(FaultKind.Truncate)]
    [InlineData(FaultKind.Html)]
    [InlineData(FaultKind.Empty)]
    [InlineData(FaultKind.Status)]
    public void A_lost_answer_is_unknown_and_never_sent_again(FaultKind kind)
    {
        _chat.Fault(new FaultRule { Kind = kind, ProcessFirst = true });

        _chat.Invoke("Send-ChataloOtp 081234567891").OneError("Chatalo.OutcomeUnknown", ErrorCategory.InvalidResult);

        Assert.Single(_chat.Gateway.Messages);
        Assert.Single(_chat.Asked);
    }

    [Fact]
    public void A_device_that_is_not_connected_is_named() =>
        _chat.Invoke("Send-ChataloOtp 081234567891 -Device 'Dita - CS'").OneError("Chatalo.DeviceNotReady", ErrorCategory.ResourceUnavailable);

    public void Dispose() => _chat.Dispose();
}
