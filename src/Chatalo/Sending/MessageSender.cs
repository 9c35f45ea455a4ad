using Chatalo.Client;
using Chatalo.Client.Http;

namespace Chatalo.Sending;

/// <summary>Sends one message and says what became of it, also when it is stopped on the way. Never throws.</summary>
internal sealed class MessageSender(GatewayClient client, TimeProvider time)
{
    private static readonly HashSet<string> PlainWords = new(StringComparer.OrdinalIgnoreCase) { "", "OK", "Success", "Successful", "true", "false" };

    private readonly MessageApi _api = new(client);

    public async Task<SendReport> SendAsync(OutgoingMessage message, CallContext context)
    {
        try
        {
            var answer = await _api.SendAsync(message, context).ConfigureAwait(false);
            var report = answer.IsSent switch
            {
                true => new SendReport(Result(message, SendOutcome.Sent, null), null),
                false => Refused(message, NotTaken(message, answer.Said)),
                null => Refused(message, new ChataloException(
                    ErrorKind.OutcomeUnknown, $"The gateway's answer for {message.Recipient} does not say whether the message was sent.", statusCode: 200)),
            };
            return report with { Result = report.Result with { GatewayMessage = answer.Said, Rest = answer.Rest } };
        }
        catch (ChataloException e)
        {
            return Refused(message, e);
        }
        catch (StoppedInFlightException)
        {
            return Refused(message, new ChataloException(
                ErrorKind.OutcomeUnknown, $"Stopped while the message to {message.Recipient} was on its way: it may have been delivered."));
        }
        catch (OperationCanceledException)
        {
            return NotSent(message);
        }
    }

    /// <summary>The report of a message that was stopped before its request left.</summary>
    public SendReport NotSent(OutgoingMessage message)
        => Refused(message, new ChataloException(
            ErrorKind.Stopped, $"Stopped before the message to {message.Recipient} was sent.", "Run the command again for what was not sent."));

    /// <summary>The report of a message that was left out on purpose.</summary>
    public SendReport Skipped(OutgoingMessage message, string reason)
        => new(Result(message, SendOutcome.Skipped, null, reason), null);

    /// <summary>The report of a message that was not sent because those before it failed. It has no error of its own: one tells of all.</summary>
    public SendReport HeldBack(OutgoingMessage message, ChataloException cause)
        => new(Result(message, SendOutcome.Failed, cause, HeldBackReason(cause)), null) { WasHeldBack = true };

    /// <summary>The same for an input that never became a message.</summary>
    public SendReport HeldBack(ChataloException cause, string? number, string? groupId, string? deviceId, object? input)
    {
        var report = Refused(cause, number, groupId, deviceId, input);
        return new SendReport(report.Result with { Reason = HeldBackReason(cause) }, null) { WasHeldBack = true };
    }

    /// <summary>The report of a message whose outcome is in a campaign's store: another worker sent it, or died with it.</summary>
    public SendReport Recorded(OutgoingMessage message, Delivery delivery)
    {
        var (outcome, kind, remedy) = delivery.Status switch
        {
            DeliveryStatus.Sent => (SendOutcome.Sent, (ErrorKind?)null, null),
            DeliveryStatus.Failed => (SendOutcome.Failed, ChataloException.KindOf(delivery.ErrorId) ?? ErrorKind.InvalidInput, "Resume-ChataloCampaign -RetryFailed tries it again."),
            DeliveryStatus.Unknown => (SendOutcome.Unknown, ErrorKind.OutcomeUnknown, null),
            _ => (SendOutcome.Skipped, (ErrorKind?)null, (string?)null),
        };
        var error = kind is { } known ? new ChataloException(known, delivery.Reason ?? "", remedy, delivery.StatusCode) : null;
        return new SendReport(Result(message, outcome, error, delivery.Reason), error);
    }

    /// <summary>The report of an input that never became a message.</summary>
    public SendReport Refused(ChataloException error, string? number, string? groupId, string? deviceId, object? input) => new(
        new SendResult
        {
            Outcome = SendOutcome.Failed,
            NumberAsGiven = number,
            GroupId = groupId,
            DeviceId = deviceId,
            Reason = error.Message,
            ErrorId = error.ErrorId,
            StatusCode = error.StatusCode,
            GatewayMessage = error.GatewayMessage,
            Time = time.GetLocalNow(),
            InputObject = input,
        },
        error);

    /// <summary>The report of a message that the gateway did not take, or maybe took.</summary>
    public SendReport Refused(OutgoingMessage message, ChataloException error)
        => new(Result(message, error.Kind == ErrorKind.OutcomeUnknown ? SendOutcome.Unknown : SendOutcome.Failed, error), error);

    // The word of an answer that says nothing, such as OK, is not a reason.
    private static ChataloException NotTaken(OutgoingMessage message, string? said)
    {
        var why = said is null || PlainWords.Contains(said.Trim().TrimEnd('.', '!')) ? "is_sent is false" : $"is_sent is false: {said.TrimEnd('.')}";
        var kind = RefusalWords.ConcernDevice(said) ? ErrorKind.DeviceNotReady : ErrorKind.InvalidInput;
        var advice = kind == ErrorKind.DeviceNotReady ? null
            : RefusalWords.ConcernAccount(said) ? GatewayErrors.MendAccount : "Check the number with Test-ChataloNumber and the device with Get-ChataloDevice.";
        return new ChataloException(kind, $"The gateway did not send the message to {message.Recipient} ({why}).", advice, 200) { GatewayMessage = said };
    }

    private static string HeldBackReason(ChataloException cause) => $"Not sent, because those before it failed: {cause.Message}";

    private SendResult Result(OutgoingMessage message, SendOutcome outcome, ChataloException? error, string? reason = null) => new()
    {
        Outcome = outcome,
        Number = message.Recipient.IsGroup ? null : message.Recipient.Id,
        GroupId = message.Recipient.IsGroup ? message.Recipient.Id : null,
        DeviceId = message.DeviceId,
        Type = message.Content.Type,
        Message = message.Content.Text,
        Url = message.Content.Url,
        Reason = reason ?? error?.Message,
        ErrorId = error?.ErrorId,
        StatusCode = outcome == SendOutcome.Sent ? 200 : error?.StatusCode,
        GatewayMessage = error?.GatewayMessage,
        Time = time.GetLocalNow(),
        InputObject = message.InputObject,
    };
}
