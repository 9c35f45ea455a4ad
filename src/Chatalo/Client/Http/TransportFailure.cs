namespace Chatalo.Client.Http;

/// <summary>How far a request got that brought no answer.</summary>
internal enum TransportFailure
{
    /// <summary>It never left: name resolution, connection, proxy or TLS failed.</summary>
    NotSent,

    /// <summary>It may have been processed: no answer within the time-out.</summary>
    TimedOut,

    /// <summary>It may have been processed: the connection broke.</summary>
    Broken,

    /// <summary>It was answered, but the answer is larger than we read, or its bytes are not what they were said to be.</summary>
    Unreadable,
}
