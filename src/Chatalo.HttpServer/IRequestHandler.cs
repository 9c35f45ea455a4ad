namespace Chatalo.HttpServer;

/// <summary>Answers the requests that the server has read.</summary>
internal interface IRequestHandler
{
    /// <summary>Looks at a request before its body is read.</summary>
    /// <returns>The status to refuse it with, which also ends the connection; null to read on.</returns>
    int? RefuseBeforeBody(HttpRequest request);

    /// <param name="request">Valid until the returned task ends.</param>
    /// <param name="response">To be filled; empty, status 200.</param>
    /// <param name="stopping">The server ends; the answer is no longer wanted.</param>
    ValueTask<ResponseEnd> HandleAsync(HttpRequest request, HttpResponse response, CancellationToken stopping);
}
