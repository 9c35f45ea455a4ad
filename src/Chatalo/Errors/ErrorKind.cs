namespace Chatalo;

/// <summary>What went wrong, in the terms a caller acts on. The error id is <c>Chatalo.</c> and the name.</summary>
public enum ErrorKind
{
    /// <summary>The gateway refused the keys (401 or 403).</summary>
    Unauthorized,

    /// <summary>The gateway's rate limit was met and waiting did not help (429).</summary>
    RateLimited,

    /// <summary>Something given was wrong: refused by the module before a call, or by the gateway (400, 422).</summary>
    InvalidInput,

    /// <summary>The device, group, media or address does not exist (404), or no object has the given name.</summary>
    NotFound,

    /// <summary>The device is not <c>AUTHENTICATED</c> or not enabled for the API.</summary>
    DeviceNotReady,

    /// <summary>A send may or may not have been delivered: its answer was lost or unreadable.</summary>
    OutcomeUnknown,

    /// <summary>The gateway could not be reached: name resolution, connection or TLS failed, or the connection broke.</summary>
    Unreachable,

    /// <summary>No answer came within the time-out.</summary>
    TimedOut,

    /// <summary>The gateway failed (5xx).</summary>
    ServerError,

    /// <summary>The answer is not what the vendor documents: no JSON, a redirect, a missing field, too large.</summary>
    UnexpectedAnswer,

    /// <summary>Stopped by the user before the request left.</summary>
    Stopped,

    /// <summary>The campaign store cannot be opened, read or written; nothing is sent that cannot be recorded.</summary>
    StoreUnavailable,
}
