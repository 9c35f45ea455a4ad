using System.Management.Automation;
using Chatalo.Emulator;
using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Commands.Otp;

/// <summary>One-time passwords that come back.</summary>
public sealed class ConfirmChataloOtpTests : IDisposable
{
    private readonly EmulatedSession _chat = new();

    private string? Code => _chat.Gateway.Messages[^1].OtpCode;

    [Fact]
    public void The_right_code_is_valid_once()
    {
        _chat.Invoke("$otp = Send-ChataloOtp 081234567891").Ok();

        var first = _chat.Invoke("$otp | Confirm-ChataloOtp -Code $code", ("code", Code)).Single();
        var second = _chat.Invoke("$otp | Confirm-ChataloOtp -Code $code").Single();

        Assert.Equal("Chatalo.OtpConfirmation", first.BaseObject.GetType().FullName);
        Assert.Equal(true, first.Properties["IsValid"].Value);
        Assert.Equal(false, second.Properties["IsValid"].Value);
        Assert.Contains("already been used", (string)second.Properties["Message"].Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_code_is_a_result_with_the_gateways_words_and_no_error()
    {
        _chat.Invoke("$otp = Send-ChataloOtp 081234567891 -MaxAttempts 1").Ok();

        var run = _chat.Invoke("$otp | Confirm-ChataloOtp -Code 0; $otp | Confirm-ChataloOtp -Code 0 -ErrorAction Stop").Ok();

        Assert.Equal([false, false], run.Property("IsValid"));
        Assert.Equal(["The OTP code is invalid.", "The maximum number of attempts has been reached."], run.Property("Message"));
        Assert.False(run.HadErrors);
    }

    [Fact]
    public void Quiet_gives_true_or_false()
    {
        _chat.Invoke("$otp = Send-ChataloOtp 081234567891").Ok();

        Assert.Equal([false, true], _chat.Invoke("Confirm-ChataloOtp $otp.RequestId 0 -Quiet; $otp | Confirm-ChataloOtp -Code \" $code \" -Quiet", ("code", Code)).Ok().Values<bool>());
    }

    [Fact]
    public void The_gateways_words_are_kept_also_when_it_says_no_with_a_good_status()
    {
        _chat.Fault(new FaultRule { Kind = FaultKind.Status, StatusCode = 200, Body = """{"data":{"success":false,"request_id":"a"},"meta":{"code":200,"message":"OTP is wrong."}}""" });

        var answer = _chat.Invoke("Confirm-ChataloOtp a 1").Single();

        Assert.Equal(false, answer.Properties["IsValid"].Value);
        Assert.Equal("OTP is wrong.", answer.Properties["Message"].Value);
    }

    [Fact]
    public void A_lost_answer_is_asked_for_once_because_the_attempt_may_count()
    {
        _chat.Fault(new FaultRule { Kind = FaultKind.ResetAfter });

        _chat.Invoke("Confirm-ChataloOtp a 1").OneError("Chatalo.Unreachable", ErrorCategory.ConnectionError);

        Assert.Single(_chat.Asked);
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("a/b")]
    public void An_id_that_is_none_is_refused_before_a_call(string id)
    {
        _chat.Invoke("Confirm-ChataloOtp $id 1", ("id", id)).OneError("Chatalo.InvalidInput", ErrorCategory.InvalidArgument);

        Assert.Empty(_chat.Asked);
    }

    public void Dispose() => _chat.Dispose();
}
