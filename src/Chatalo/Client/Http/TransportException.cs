namespace Chatalo.Client.Http;

/// <summary>A request brought no answer that could be read.</summary>
internal sealed class TransportException(TransportFailure failure, string message, Exception? inner = null) : Exception(message, inner)
{
    public TransportFailure Failure { get; } = failure;
}
