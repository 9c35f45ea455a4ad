using Chatalo.Emulator.Protocol;

namespace Chatalo.Emulator;

/// <summary>A request that the emulator read whole, and what became of it. Keys and bodies are never recorded.</summary>
public sealed class RecordedRequest
{
    private readonly string _path;

    internal RecordedRequest(string path) => _path = path;

    /// <summary>1 for the first request of an emulator, then ascending.</summary>
    public required long Id { get; init; }

    /// <summary>When its answer was ready.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>The path below the base address, such as <c>/messages</c>; whole where it is not below it.</summary>
    public string Path => ApiPath.BelowBase(_path);

    /// <summary>What followed the question mark; empty when there was none.</summary>
    public required string Query { get; init; }

    /// <summary>The status answered; 0 when a fault reset the connection instead.</summary>
    public required int StatusCode { get; init; }

    /// <summary>The fault it met, if any.</summary>
    public FaultKind? Fault { get; init; }

    /// <summary>The <c>Accept</c> header.</summary>
    public string? Accept { get; init; }

    /// <summary>The <c>User-Agent</c> header.</summary>
    public string? UserAgent { get; init; }
}
