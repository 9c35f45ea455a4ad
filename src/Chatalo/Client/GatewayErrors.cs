using Chatalo.Client.Http;
using Chatalo.Json;

namespace Chatalo.Client;

/// <summary>Turns what is not a good answer into the module's exception.</summary>
internal static class GatewayErrors
{
    /// <summary>A request that brought no answer.</summary>
    public static ChataloException FromTransport(TransportException e, GatewayCall call)
    {
        var what = $"{call.Method.Method} {call.RequestUri!.AbsolutePath} on {call.RequestUri.Host}";
        return (e.Failure, call.Kind) switch
        {
            (TransportFailure.NotSent, _) => new(ErrorKind.Unreachable, $"{what} never left: {e.Message}.", innerException: e),
            (_, RequestKind.Send) => Unknown($"{what}: {e.Message}.", e),
            (TransportFailure.TimedOut, RequestKind.Read) => new(ErrorKind.TimedOut, $"{what}: {e.Message}.", innerException: e),
            (TransportFailure.TimedOut, _) => new(ErrorKind.TimedOut, $"{what}: {e.Message}. The change may have been made.", CheckFirst, innerException: e),
            (TransportFailure.Unreadable, _) => new(ErrorKind.UnexpectedAnswer, $"{what}: {e.Message}.", innerException: e),
            (_, RequestKind.Read) => new(ErrorKind.Unreachable, $"{what}: the connection broke ({e.Message}).", innerException: e),
            _ => new(ErrorKind.Unreachable, $"{what}: the connection broke ({e.Message}). The change may have been made.", CheckFirst, innerException: e),
        };
    }

    /// <summary>An answer that refuses, or that cannot be read.</summary>
    public static ChataloException FromAnswer(int status, ResponseEnvelope body, GatewayCall call)
    {
        var path = call.RequestUri!.AbsolutePath;
        var said = body.Message is { Length: > 0 } message ? $": {message.TrimEnd('.')}" : body.IsJson ? "" : $" with {body.Describe()}";
        switch (status)
        {
            case 401 or 403:
                return new(ErrorKind.Unauthorized, $"The gateway refused the keys ({status}){said}.", RefusalWords.ConcernAccount(body.Message) ? MendAccount : null, status)
                {
                    GatewayMessage = body.Message,
                };
            case 404:
                return new(ErrorKind.NotFound, $"The gateway does not know {path}, or what was named in it (404){said}.", call.StreamsBody ? PassMessageOn : null, status)
                {
                    GatewayMessage = body.Message,
                };
            case 429:
                return new(ErrorKind.RateLimited, $"The gateway's rate limit stayed used up (429){said}.", statusCode: status);
            case 303 when call.Kind != RequestKind.Read:
                return Unreadable(status, $"{path} was answered with the address of a result ({status}) instead of the result", call);
            case >= 300 and < 400 when call.Kind == RequestKind.Read || StatusMeaning.IsRefusal(status):
                return Redirected(status, call);
            case 407:
                return new(ErrorKind.Unreachable, $"The proxy refused {path} ({status}){said}.", "Give -Proxy of Connect-Chatalo the user name and password that the proxy wants.", status);
            case 413 or 414 or 431:
                return new(ErrorKind.InvalidInput, $"The gateway refused {path} as too large ({status}){said}.", "Shorten what is sent, and run the command again.", status)
                {
                    GatewayMessage = body.Message,
                };
            case >= 400 and < 500 when StatusMeaning.IsRefusal(status):
                var kind = body.FieldErrors.Count == 0 && RefusalWords.ConcernDevice(body.Message) ? ErrorKind.DeviceNotReady : ErrorKind.InvalidInput;
                return new(kind, $"The gateway refused {path} ({status}){said}{Fields(body)}.", kind == ErrorKind.InvalidInput ? AdviceFor(status, body) : null, status)
                {
                    GatewayMessage = body.Message,
                    FieldErrors = body.FieldErrors,
                };
            case >= 400:
                return Failed(status, $"{(StatusMeaning.IsTimeOut(status) ? "The gateway, or a proxy before it, gave up waiting for" : "The gateway failed on")} {path} ({status}){said}.", call);
            default:
                return Unreadable(status, $"{path} was answered {status}{said}", call);
        }
    }

    /// <summary>An answer with a good status whose body is not what is documented.</summary>
    public static ChataloException Unreadable(int status, string what, GatewayCall call) => call.Kind switch
    {
        RequestKind.Send => Unknown(what + ".", null, status),
        RequestKind.Change => new(ErrorKind.UnexpectedAnswer, what + ". The change may have been made.", CheckFirst, status),
        _ => new(ErrorKind.UnexpectedAnswer, what + ".", statusCode: status),
    };

    private static ChataloException Failed(int status, string what, GatewayCall call)
    {
        var kind = StatusMeaning.IsTimeOut(status) && status < 500 ? ErrorKind.TimedOut : status < 500 ? ErrorKind.UnexpectedAnswer : ErrorKind.ServerError;
        return call.Kind switch
        {
            RequestKind.Send => Unknown(what, null, status),
            RequestKind.Change => new(kind, what + " The change may have been made.", CheckFirst, status),
            _ => new(kind, what, statusCode: status),
        };
    }

    private const string PassMessageOn = "Pass the message itself on: it names the device that received it, and its media as the webhook gave them.";

    /// <summary>What to do when the gateway refuses the account itself.</summary>
    public const string MendAccount = "Look at the state of the account and its plan in the Member Area; no message is sent until that is mended.";

    private const string CheckFirst = "Look at what is there now (the Get- cmdlets) before you run the command again.";

    private static ChataloException Unknown(string message, Exception? inner, int? status = null)
        => new(ErrorKind.OutcomeUnknown, message + " Whether it was delivered is unknown; it is not sent again.", statusCode: status, innerException: inner);

    // The address is shown without its query; the keys were not sent there.
    private static ChataloException Redirected(int status, GatewayCall call) => new(
        ErrorKind.UnexpectedAnswer,
        $"{call.RequestUri!.GetLeftPart(UriPartial.Path)} was answered with a redirect ({status}), which is not followed so that the keys go nowhere else.",
        "Connect with the address that the gateway really has: Connect-Chatalo -BaseUri.", status);

    private static string? AdviceFor(int status, ResponseEnvelope body) => status switch
    {
        402 => MendAccount,
        405 => "Connect with the address of the gateway's API (…/api/v1): Connect-Chatalo -BaseUri.",
        _ when RefusalWords.ConcernAccount(body.Message) => MendAccount,
        _ when body.FieldErrors.Keys.Any(static field => field.Equals("device_id", StringComparison.OrdinalIgnoreCase)) => "Give another -Device; Get-ChataloDevice lists the devices.",
        _ => null,
    };

    private static string Fields(ResponseEnvelope body) => body.FieldErrors.Count == 0
        ? ""
        : " (" + string.Join("; ", body.FieldErrors.Select(f => $"{f.Key}: {string.Join(" ", f.Value)}")) + ")";
}
