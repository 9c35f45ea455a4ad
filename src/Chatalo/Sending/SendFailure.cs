using Chatalo.Client;

namespace Chatalo.Sending;

/// <summary>
/// Tells failures that concern one recipient from those that concern the device or the account, for campaigns and plain lists alike.
/// </summary>
/// <remarks>
/// The vendor documents only 400 (fields), 403 (keys) and 500, and the device's state <c>AUTHENTICATED</c> with <c>is_api</c>. The rest follows what
/// HTTP (RFC 9110) and Laravel, which the gateway is made with, mean by a status. A refusal that nobody knows concerns one recipient: a list that
/// goes on is mended sooner than one that stopped for nothing.
/// </remarks>
internal static class SendFailure
{
    /// <summary>Whom a failure concerns. Meant for messages that surely were not delivered; one that may have been is the recipient's own.</summary>
    public static SendFailureCause CauseOf(ChataloException error) => error.Kind switch
    {
        ErrorKind.OutcomeUnknown => SendFailureCause.ThisRecipient,
        // 401 and 403: keys that are wrong, withdrawn or of a closed account.
        ErrorKind.Unauthorized or ErrorKind.DeviceNotReady => SendFailureCause.DeviceOrAccount,
        // Without a status the module refused it by itself, or nobody answered.
        _ when error.StatusCode is { } status => IsOfAll(status, error) ? SendFailureCause.DeviceOrAccount : SendFailureCause.ThisRecipient,
        _ => SendFailureCause.ThisRecipient,
    };

    private static bool IsOfAll(int status, ChataloException error)
    {
        // 402: the account has not paid. 405: the address is not the gateway's. 3xx: the address has moved, or a page to log in stands before it.
        if (status is 402 or 405 or (>= 300 and < 400))
        {
            return true;
        }

        if (error.FieldErrors.Keys.Any(static field => field.Equals("device_id", StringComparison.OrdinalIgnoreCase)))
        {
            return true;
        }

        var said = error.GatewayMessage ?? "";
        return status switch
        {
            404 => (Has(said, "device") && !Has(said, "number")) || Has(said, "route"),
            // 200: the message was not sent (is_sent is false), and the answer says why.
            200 or (>= 400 and < 500) => RefusalWords.ConcernAccount(said) || RefusalWords.ConcernDevice(said),
            _ => false,
        };
    }

    private static bool Has(string text, string part) => text.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0;
}
