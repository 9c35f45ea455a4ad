namespace Chatalo.HttpServer;

/// <summary>What came in is not a request that can be answered any further: it is refused with a status and the connection ends.</summary>
internal sealed class ProtocolException(int statusCode, string message) : Exception(message)
{
    public int StatusCode { get; } = statusCode;
}
