namespace Chatalo.Client;

/// <summary>What the client is told once and keeps.</summary>
internal sealed record GatewayOptions
{
    public static readonly Uri DefaultBaseUri = new("https://chatalo.com/api/v1");

    public Uri BaseUri { get; init; } = DefaultBaseUri;

    /// <summary>How long one attempt may take, from the first byte out to the last byte in.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often one call may be tried again.</summary>
    public int MaximumRetryCount { get; init; } = 5;

    /// <summary>The length of the gateway's rate window: 60 s at the vendor.</summary>
    public TimeSpan RateWindow { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The offset of the times that the gateway gives without a zone.</summary>
    public TimeSpan UtcOffset { get; init; } = TimeSpan.FromHours(7);

    public Uri? Proxy { get; init; }
}
