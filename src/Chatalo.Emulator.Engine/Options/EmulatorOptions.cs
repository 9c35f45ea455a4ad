namespace Chatalo.Emulator;

/// <summary>How an emulator behaves; fixed once it has started.</summary>
public sealed class EmulatorOptions
{
    /// <summary>The public key of an emulator that was not told another.</summary>
    public const string DefaultPublicKey = "EMULATOR-PUBLIC-KEY";

    /// <summary>The secret key of an emulator that was not told another.</summary>
    public const string DefaultSecretKey = "EMULATOR-SECRET-KEY";

    /// <summary>The port on 127.0.0.1; 0 (the default) lets the system choose a free one.</summary>
    public int Port { get; init; }

    /// <summary>The only <c>X-Public-Key</c> that is let in.</summary>
    public string PublicKey { get; init; } = DefaultPublicKey;

    /// <summary>The only <c>X-Secret-Key</c> that is let in.</summary>
    public string SecretKey { get; init; } = DefaultSecretKey;

    /// <summary>Calls in a rate window (60 by default, as the gateway says of itself); 0 switches the limit and its headers off.</summary>
    public int RateLimit { get; init; } = 60;

    /// <summary>The length of a rate window, 60 seconds by default.</summary>
    public TimeSpan RateLimitWindow { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The most items on a page; a larger <c>limit</c> is clamped to it without a word, as a server may do.</summary>
    public int MaxPageSize { get; init; } = 100;

    /// <summary>The status of a refused field: 400 as the vendor documents, or 422 as Laravel does by itself.</summary>
    public int ValidationStatusCode { get; init; } = 400;

    /// <summary>How long a QR code can be scanned, 60 seconds by default.</summary>
    public TimeSpan QrLifetime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// The time from the first connect of a device until "its owner scans the QR"; null (the default) leaves the scan to <see cref="EmulatorServer.ScanQr"/>.
    /// </summary>
    public TimeSpan? AutoScanAfter { get; init; }

    /// <summary>
    /// The zone of the times in answers, none of which says it: +07:00 by default, found by comparing the gateway's <c>expires_at</c> with its Date header.
    /// </summary>
    public TimeSpan UtcOffset { get; init; } = TimeSpan.FromHours(7);

    /// <summary>
    /// Numbers that a check finds not to exist and a send answers with <c>is_sent: false</c>. A check also finds that numbers ending in 0000 do not
    /// exist; sending to those works all the same.
    /// </summary>
    public IReadOnlyCollection<string> NumbersNotOnWhatsApp { get; init; } = [];

    /// <summary>Messages kept for <see cref="EmulatorServer.Messages"/>, the newest ones; 0 keeps none.</summary>
    public int KeepMessages { get; init; } = 100_000;

    /// <summary>Requests kept for <see cref="EmulatorServer.Requests"/>, the newest ones; 0 keeps none.</summary>
    public int KeepRequests { get; init; } = 10_000;

    /// <summary>Counts deliveries a recipient, without a limit on the recipients; off saves the memory in a long run.</summary>
    public bool CountRecipients { get; init; } = true;

    /// <summary>Posts incoming messages also to webhooks that are not on this machine.</summary>
    public bool AllowExternalWebhooks { get; init; }

    /// <summary>The largest request body that is read, in bytes; more is answered with 413.</summary>
    public int MaxBodyBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Where all times come from, also those of windows, codes and delays.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    internal void Check()
    {
        InRange(Port is >= 0 and <= 65535, nameof(Port));
        InRange(RateLimit >= 0, nameof(RateLimit));
        InRange(RateLimitWindow > TimeSpan.Zero, nameof(RateLimitWindow));
        InRange(MaxPageSize > 0, nameof(MaxPageSize));
        InRange(ValidationStatusCode is 400 or 422, nameof(ValidationStatusCode));
        InRange(QrLifetime > TimeSpan.Zero, nameof(QrLifetime));
        InRange(AutoScanAfter is null || AutoScanAfter >= TimeSpan.Zero, nameof(AutoScanAfter));
        InRange(KeepMessages >= 0, nameof(KeepMessages));
        InRange(KeepRequests >= 0, nameof(KeepRequests));
        InRange(MaxBodyBytes >= 0, nameof(MaxBodyBytes));
    }

    private static void InRange(bool isInRange, string name)
    {
        if (!isInRange)
        {
            throw new ArgumentOutOfRangeException(name, $"The emulator cannot start with this {name}.");
        }
    }
}
