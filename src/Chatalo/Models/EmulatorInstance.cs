using Chatalo.Contacts;
using Chatalo.Emulator;

namespace Chatalo;

/// <summary>
/// A running emulator. Pipe it to Connect-Chatalo. Its keys are sample keys that open nothing else.
/// </summary>
public sealed class EmulatorInstance : IDisposable
{
    internal EmulatorInstance(EmulatorServer server) => Server = server;

    /// <summary>The gateway's address on this machine.</summary>
    public Uri BaseUri => Server.BaseUri;

    /// <summary>The sample public key.</summary>
    public string PublicKey => Server.Options.PublicKey;

    /// <summary>The sample secret key.</summary>
    public string SecretKey => Server.Options.SecretKey;

    /// <summary>Requests a window; 0 when there is no limit.</summary>
    public int RateLimit => Server.Options.RateLimit;

    /// <summary>The length of its rate window, in seconds.</summary>
    public double RateLimitWindowSec => Server.Options.RateLimitWindow.TotalSeconds;

    /// <summary>Requests that it has read.</summary>
    public long RequestCount => Server.RequestCount;

    /// <summary>Messages that it has "delivered".</summary>
    public long MessageCount => Server.MessageCount;

    /// <summary>Whether it still listens.</summary>
    public bool IsRunning { get; private set; } = true;

    internal EmulatorServer Server { get; }

    /// <summary>The webhook that is set.</summary>
    /// <exception cref="ChataloException">None is set, or it is not on this machine: sample data goes nowhere else.</exception>
    internal Uri Webhook => Server.WebhookUrl is not { } url
        ? throw new ChataloException(ErrorKind.InvalidInput, "No webhook is set at the emulator.", "Run Set-ChataloWebhook first, or give -Uri.")
        : new Uri(url) is { IsLoopback: true } local
            ? local
            : throw new ChataloException(
                ErrorKind.InvalidInput, "The webhook that is set at the emulator is not on this machine.", "Set one that is, or give -Uri to post there nevertheless.");

    /// <summary>Scans a device's code, as its owner does with a phone.</summary>
    /// <returns>False when the device shows no code, or one that has expired.</returns>
    public bool ScanQr(string deviceId) => Server.ScanQr(deviceId);

    /// <summary>
    /// Has a person write to the ready sample device: the message is posted to the webhook that is set. Invoke-ChataloWebhook does so too, with
    /// files, names, places and re-deliveries.
    /// </summary>
    /// <param name="from">The sender's number: digits with country code, with or without plus.</param>
    /// <param name="text">The text.</param>
    /// <param name="groupId">The group it is written in; null or empty for a message to the device alone.</param>
    /// <returns>The HTTP status that the webhook answered; 0 when it could not be reached.</returns>
    public int ReceiveMessage(string from, string text, string? groupId = null)
        => Task.Run(() => Server.PostIncomingAsync(new IncomingSpec
        {
            SenderNumber = E164.ToGateway(from),
            Message = text,
            GroupId = string.IsNullOrEmpty(groupId) ? null : groupId,
        })).GetAwaiter().GetResult().StatusCodes[0] ?? 0;

    /// <summary>Keeps a file as that of an incoming message.</summary>
    internal (string FileEncoded, string? Url) Keep(byte[] bytes, string contentType)
    {
        var encoded = Server.AddMedia(bytes, contentType);
        return (encoded, Server.MediaUrl(encoded));
    }

    /// <summary>Ends it with all its connections.</summary>
    public void Dispose()
    {
        IsRunning = false;
        Server.Dispose();
    }

    /// <inheritdoc />
    public override string ToString() => BaseUri.ToString();
}
