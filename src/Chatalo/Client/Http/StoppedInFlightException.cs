namespace Chatalo.Client.Http;

/// <summary>A call was stopped after its request may have left.</summary>
internal sealed class StoppedInFlightException(CancellationToken cancellationToken) : OperationCanceledException(cancellationToken);
