using System.Globalization;
using Chatalo.Client;
using Chatalo.Sending;
using Chatalo.Text;

namespace Chatalo;

/// <summary>
/// A connection to the gateway: the keys, one pool of connections and one pace for all cmdlets and runspaces that use it.
/// Thread-safe; hand it to <c>ForEach-Object -Parallel</c> with <c>$using:</c>. The secret key is in no property.
/// </summary>
public sealed class Session : IDisposable, IExtended
{
    private int _closed;
    private IReadOnlyList<InterruptedInput> _interrupted = ItemList<InterruptedInput>.None;

    internal Session(GatewayClient client, GatewayCredential credential, SessionDefaults defaults)
    {
        Client = client;
        Defaults = defaults;
        PublicKey = Mask(credential.PublicKey);
    }

    /// <summary>The gateway's address.</summary>
    public Uri BaseUri => Client.Options.BaseUri;

    /// <summary>The beginning of the public key, to tell sessions apart.</summary>
    public string PublicKey { get; }

    /// <summary>The device that cmdlets use when they are given none: an id or a name.</summary>
    public string? Device => Defaults.Device;

    /// <summary>The region of numbers without a country code: two letters, as in ISO 3166-1.</summary>
    public string DefaultRegion => Defaults.Region;

    /// <summary>The offset of the times that the gateway gives without a zone: a TimeSpan in PowerShell, in JSON a text such as <c>07:00:00</c>.</summary>
    public string UtcOffset => Offset.ToString("c", CultureInfo.InvariantCulture);

    internal TimeSpan Offset => Client.Options.UtcOffset;

    /// <summary>How long one attempt may take, in seconds.</summary>
    public double TimeoutSec => Client.Options.Timeout.TotalSeconds;

    /// <summary>How often one call may be tried again.</summary>
    public int MaximumRetryCount => Client.Options.MaximumRetryCount;

    /// <summary>The proxy, without its credentials; null for the system's.</summary>
    public string? Proxy => Client.Options.Proxy?.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);

    /// <summary>When the session was made.</summary>
    public DateTimeOffset ConnectedAt { get; } = DateTimeOffset.Now;

    /// <summary>Whose account it is; null when the keys were not checked.</summary>
    public string? Account { get; internal set; }

    /// <summary>What is known of the gateway's rate window.</summary>
    public RateLimitState RateLimit => Client.Limiter.State;

    /// <summary>Whether it can be used.</summary>
    public bool IsConnected => Volatile.Read(ref _closed) == 0;

    /// <summary>
    /// What became of the inputs of the last Send-ChataloMessage that did not come to its end, such as after Ctrl+C, in their order; of a campaign, whose
    /// store has all, what the pipeline could no longer take. Inputs that had not reached the command are not known.
    /// </summary>
    public IReadOnlyList<InterruptedInput> Interrupted { get => _interrupted; internal set => _interrupted = ItemList<InterruptedInput>.Of(value)!; }

    IEnumerable<KeyValuePair<string, object>> IExtended.Extensions => [new(nameof(UtcOffset), Offset)];

    IEnumerable<IExtended> IExtended.Parts => [];

    internal GatewayClient Client { get; }

    internal DevicePaces Paces { get; } = new(TimeProvider.System);

    internal SessionDefaults Defaults { get; }

    internal DeviceDirectory Devices { get; } = new();

    internal SessionLists Lists { get; } = new();

    /// <summary>Closes the connections. Calls under way end with an error.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _closed, 1) == 0)
        {
            Client.Dispose();
        }
    }

    /// <inheritdoc />
    public override string ToString() => DisplayText.Line($"{BaseUri} ({PublicKey})");

    // Enough to tell two keys apart, too little to use one.
    private static string Mask(string key) => key.Length < 12 ? "…" : key.Substring(0, 4) + "…";
}
