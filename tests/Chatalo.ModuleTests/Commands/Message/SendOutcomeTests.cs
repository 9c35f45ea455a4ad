using System.Management.Automation;
using Chatalo.Emulator;
using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Commands.Message;

/// <summary>
/// What becomes of a message when the network or the gateway fails: never sent twice, never called sent when nobody knows.
/// The same failures of a read are retried.
/// </summary>
public sealed class SendOutcomeTests : IDisposable
{
    private const string Send = "Send-ChataloMessage " + EmulatedSession.Number + " Halo";

    private readonly EmulatedSession _chat = new();

    public static TheoryData<FaultRule> LostAnswers => new(
        new FaultRule { Kind = FaultKind.Status, StatusCode = 500 },
        new FaultRule { Kind = FaultKind.Status, StatusCode = 500, ProcessFirst = true },
        new FaultRule { Kind = FaultKind.Status, StatusCode = 502, Body = "<html>Bad gateway</html>", ContentType = "text/html" },
        new FaultRule { Kind = FaultKind.Status, StatusCode = 503, RetryAfter = 1 },
        new FaultRule { Kind = FaultKind.Status, StatusCode = 504, Body = "" },
        new FaultRule { Kind = FaultKind.ResetBefore },
        new FaultRule { Kind = FaultKind.ResetAfter },
        new FaultRule { Kind = FaultKind.Truncate },
        new FaultRule { Kind = FaultKind.Html },
        new FaultRule { Kind = FaultKind.Html, ProcessFirst = true },
        new FaultRule { Kind = FaultKind.Empty },
        Answer("""{"data":[],"meta":{"code":200,"message":"OK"}}"""),
        Answer("""{"data":{"is_sent":"perhaps"},"meta":{"code":200}}"""),
        Answer("""{"data":{},"meta":{"code":500,"message":"Server error"}}"""),
        Answer("{\"data\":{\"is_sent\":tr"));

    [Theory]
    [MemberData(nameof(LostAnswers))]
    public void A_lost_answer_is_unknown_after_exactly_one_request(FaultRule fault)
    {
        _chat.Fault(fault with { Count = 1 });

        var run = _chat.Invoke(Send);

        Assert.Equal("Unknown", Assert.Single(run.Output).Properties["Outcome"].Value.ToString());
        Assert.Equal("Chatalo.OutcomeUnknown", run.Output[0].Properties["ErrorId"].Value);
        var error = run.OneError("Chatalo.OutcomeUnknown", ErrorCategory.InvalidResult);
        Assert.Same(run.Output[0].BaseObject, error.TargetObject);
        Assert.Equal(["POST /messages"], _chat.Asked);
    }

    [Fact]
    public async Task A_time_out_is_unknown_after_exactly_one_request()
    {
        using var chat = Impatient();
        chat.Fault(new FaultRule { Kind = FaultKind.Delay, DelayAfterMs = 2000, Count = 1 });

        var run = chat.Invoke(Send);

        Assert.Equal("Unknown", Assert.Single(run.Output).Properties["Outcome"].Value.ToString());
        run.OneError("Chatalo.OutcomeUnknown", ErrorCategory.InvalidResult);
        // The emulator writes the late request down when its delay is over; a second one would stand there by then.
        await Until.TrueAsync(() => chat.Asked.Count > 0, "the request");
        Assert.Single(chat.Asked);
        Assert.Single(chat.Gateway.Messages);
    }

    public static TheoryData<FaultRule> FailuresOfReads => new(
        new FaultRule { Kind = FaultKind.Status, StatusCode = 500 },
        new FaultRule { Kind = FaultKind.Status, StatusCode = 503 },
        new FaultRule { Kind = FaultKind.Status, StatusCode = 429, RetryAfter = 0 },
        new FaultRule { Kind = FaultKind.ResetBefore },
        new FaultRule { Kind = FaultKind.ResetAfter },
        new FaultRule { Kind = FaultKind.Truncate });

    [Theory]
    [MemberData(nameof(FailuresOfReads))]
    public void A_read_is_tried_again_and_succeeds(FaultRule fault)
    {
        _chat.Fault(fault with { Count = 1 });

        Assert.Equal(3, _chat.Invoke("Get-ChataloDevice").Ok().Output.Count);

        Assert.Equal(2, _chat.Asked.Count);
    }

    [Fact]
    public void A_post_that_only_asks_is_a_read()
    {
        _chat.Fault(new FaultRule { Kind = FaultKind.ResetAfter, Count = 1, Path = "/contacts/check" });

        Assert.Equal([true], _chat.Invoke("Test-ChataloNumber 081234567891 -Quiet").Ok().Values<bool>());
        Assert.Equal(2, _chat.Asked.Count);
    }

    [Fact]
    public void A_read_that_times_out_is_tried_again_and_succeeds()
    {
        using var chat = Impatient();
        chat.Fault(new FaultRule { Kind = FaultKind.Delay, DelayMs = 3000, Count = 1 });

        Assert.Equal(3, chat.Invoke("Get-ChataloDevice").Ok().Output.Count);
    }

    [Theory]
    [InlineData(2, null)]
    [InlineData(0, null)]
    [InlineData(2, "<html><body>Too Many Requests</body></html>")]
    public void Too_many_requests_is_waited_out_and_sent_once(int retryAfter, string? html)
    {
        _chat.Fault(new FaultRule
        {
            Kind = FaultKind.Status, StatusCode = 429, RetryAfter = retryAfter, Count = 1, Body = html, ContentType = html is null ? null : "text/html",
        });

        var run = _chat.Invoke(Send + " -Verbose").Ok();

        Assert.Equal("Sent", Assert.Single(run.Output).Properties["Outcome"].Value.ToString());
        Assert.Single(_chat.Gateway.Messages);
        var requests = _chat.Gateway.Requests;
        Assert.Equal([429, 200], requests.Select(static r => r.StatusCode));
        // The seconds are whole ones, rounded down by the gateway; the clock of the wait may tick coarser than the emulator's.
        Assert.True(requests[1].Time - requests[0].Time > TimeSpan.FromSeconds(retryAfter - 0.1), "It did not wait as long as it was told.");
        Assert.Contains(run.Verbose, static line => line.StartsWith("Waiting ", StringComparison.Ordinal));
    }

    [Fact]
    public void Too_many_requests_for_ever_is_an_error_and_failed()
    {
        using var chat = new EmulatedSession($"-Device {EmulatorServer.ReadyDeviceId} -MaximumRetryCount 2");
        chat.Fault(new FaultRule { Kind = FaultKind.Status, StatusCode = 429, RetryAfter = 0 });

        var run = chat.Invoke(Send);

        Assert.Equal("Failed", Assert.Single(run.Output).Properties["Outcome"].Value.ToString());
        run.OneError("Chatalo.RateLimited", ErrorCategory.LimitsExceeded);
        Assert.Equal(3, chat.Asked.Count);
    }

    [Fact]
    public void What_was_not_sent_says_so()
    {
        using var chat = new EmulatedSession(
            "-Device " + EmulatorServer.ReadyDeviceId, new EmulatorOptions { RateLimit = 0, NumbersNotOnWhatsApp = [EmulatedSession.Number] });

        var run = chat.Invoke(Send);

        Assert.Equal("Failed", Assert.Single(run.Output).Properties["Outcome"].Value.ToString());
        run.OneError("Chatalo.InvalidInput", ErrorCategory.InvalidArgument);
    }

    [Fact]
    public void A_gateway_that_is_gone_is_failed_because_nothing_left()
    {
        using var chat = new EmulatedSession($"-Device {EmulatorServer.ReadyDeviceId} -MaximumRetryCount 0");
        chat.Gateway.Dispose();

        var run = chat.Invoke(Send);

        Assert.Equal("Failed", Assert.Single(run.Output).Properties["Outcome"].Value.ToString());
        run.OneError("Chatalo.Unreachable", ErrorCategory.ConnectionError);
    }

    [Fact]
    public void Wrong_keys_are_failed()
    {
        using var chat = new EmulatedSession();
        chat.Invoke($"$null = Connect-Chatalo $publicKey WRONG-SECRET-KEY -BaseUri $gateway -SkipCheck -Device {EmulatorServer.ReadyDeviceId}").Ok();

        var run = chat.Invoke(Send);

        Assert.Equal("Failed", Assert.Single(run.Output).Properties["Outcome"].Value.ToString());
        Assert.DoesNotContain(
            "WRONG-SECRET-KEY", run.OneError("Chatalo.Unauthorized", ErrorCategory.AuthenticationError).Exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-Device 'Dita - CS'", "Chatalo.DeviceNotReady", ErrorCategory.ResourceUnavailable)]
    [InlineData("-Device " + EmulatorServer.NoApiDeviceId, "Chatalo.DeviceNotReady", ErrorCategory.ResourceUnavailable)]
    [InlineData("-Device c7276ae0-c306-4896-8fda-999999999999", "Chatalo.NotFound", ErrorCategory.ObjectNotFound)]
    [InlineData("-Device nobody", "Chatalo.NotFound", ErrorCategory.ObjectNotFound)]
    [InlineData("-Device ../x", "Chatalo.NotFound", ErrorCategory.ObjectNotFound)]
    public void A_device_that_cannot_send_is_one_failed_result_and_one_error(string device, string id, ErrorCategory category)
    {
        var run = _chat.Invoke($"{Send} {device}");

        Assert.Equal("Failed", Assert.Single(run.Output).Properties["Outcome"].Value.ToString());
        Assert.Equal(id, run.Output[0].Properties["ErrorId"].Value);
        run.OneError(id, category);
        Assert.Empty(_chat.Gateway.Messages);
    }

    [Fact]
    public void A_device_with_a_status_that_came_later_cannot_send()
    {
        _chat.Gateway.SetDeviceStatus(EmulatorServer.ReadyDeviceId, "HIBERNATING");

        _chat.Invoke(Send).OneError("Chatalo.DeviceNotReady", ErrorCategory.ResourceUnavailable);
    }

    [Fact]
    public void An_unknown_group_is_not_found() =>
        _chat.Invoke("Send-ChataloMessage -GroupId 120363028887999999 -Message Hi").OneError("Chatalo.NotFound", ErrorCategory.ObjectNotFound);

    public void Dispose() => _chat.Dispose();

    private static FaultRule Answer(string body) => new() { Kind = FaultKind.Status, StatusCode = 200, Body = body };

    // The first connection may take long on a busy machine: it is made before, with patience.
    private static EmulatedSession Impatient()
    {
        var chat = new EmulatedSession($"-Device {EmulatorServer.ReadyDeviceId} -TimeoutSec 1");
        chat.Invoke("$null = Get-ChataloProfile").Ok();
        chat.Gateway.ClearRequests();
        return chat;
    }
}
