using System.Net;

namespace Chatalo.HttpServer;

/// <summary>Where a server listens, and what it takes from whom.</summary>
internal sealed record HttpServerOptions
{
    /// <summary>Port 0 lets the system choose a free one.</summary>
    public required IPEndPoint EndPoint { get; init; }

    /// <summary>The largest body of a request that is read.</summary>
    public required int MaxBodyBytes { get; init; }

    public int MaxHeaderBytes { get; init; } = 32 * 1024;

    /// <summary>How many connections there may be; above that, the one that is silent for longest makes room for a new one.</summary>
    public int MaxConnections { get; init; } = int.MaxValue;

    /// <summary>The same for the connections of one address.</summary>
    public int MaxConnectionsPerAddress { get; init; } = int.MaxValue;

    /// <summary>How long a client may take from the connection to the end of its headers; then it is cut off.</summary>
    public TimeSpan HeaderTime { get; init; } = Timeout.InfiniteTimeSpan;

    /// <summary>How long a client may take from the connection, or the last answer, to the end of its request; then it is cut off.</summary>
    public TimeSpan RequestTime { get; init; } = Timeout.InfiniteTimeSpan;

    /// <summary>
    /// The headers whose values the handler reads, besides those that the server needs itself (Content-Length, Transfer-Encoding, Connection, Expect);
    /// all others are read over.
    /// </summary>
    public IReadOnlyList<string> RequestHeaders { get; init; } = [];

    /// <summary>Header lines of every response, each with its line end.</summary>
    public string CommonHeaders { get; init; } = "";
}
