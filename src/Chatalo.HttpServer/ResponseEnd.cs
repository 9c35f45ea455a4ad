namespace Chatalo.HttpServer;

/// <summary>How an answer leaves.</summary>
internal enum ResponseEnd
{
    Complete,

    /// <summary>Its length is announced, half of its body is sent, and the connection ends.</summary>
    Truncated,

    /// <summary>No answer: the connection ends by RST.</summary>
    Reset,
}
