namespace Chatalo.Emulator.Http;

/// <summary>Answers the requests that the server has read.</summary>
internal interface IRequestHandler
{
    /// <param name="request">Valid until the returned task ends.</param>
    /// <param name="response">To be filled; empty, status 200.</param>
    /// <param name="stopping">The server ends; the answer is no longer wanted.</param>
    ValueTask<Delivery> HandleAsync(HttpRequest request, HttpResponse response, CancellationToken stopping);
}
