namespace Chatalo.Client.Http;

/// <summary>A connection was idle for too long to be used again. Nothing of the request was written to it.</summary>
internal sealed class StaleConnectionException() : IOException("the connection was idle for too long");
