namespace Chatalo.Emulator;

/// <summary>What goes wrong.</summary>
public enum FaultKind
{
    /// <summary>An answer with <see cref="FaultRule.StatusCode"/>; the request is not processed unless <see cref="FaultRule.ProcessFirst"/>.</summary>
    Status,

    /// <summary>The connection is reset (RST) after the request was read; the request is not processed.</summary>
    ResetBefore,

    /// <summary>The request is processed (a message is delivered), then the connection is reset (RST) instead of an answer.</summary>
    ResetAfter,

    /// <summary>The true answer, late: see <see cref="FaultRule.DelayMs"/> and <see cref="FaultRule.DelayAfterMs"/>.</summary>
    Delay,

    /// <summary>The request is processed; its answer is announced in full, half of its body is sent, and the connection ends.</summary>
    Truncate,

    /// <summary>A web page with status 200, as a login wall or a proxy gives; not processed unless <see cref="FaultRule.ProcessFirst"/>.</summary>
    Html,

    /// <summary>Status 200 and no body; not processed unless <see cref="FaultRule.ProcessFirst"/>.</summary>
    Empty,
}
