using System.Net;
using System.Net.Sockets;
using Chatalo.Emulator.Endpoints;
using Chatalo.Emulator.Protocol;
using Chatalo.Emulator.State;
using Chatalo.HttpServer;
using Chatalo.Emulator.Webhooks;

namespace Chatalo.Emulator;

/// <summary>
/// An offline Chatalo gateway on 127.0.0.1: the whole documented API with state, a true fixed rate window, known keys, faults on request, and a record of
/// what was asked and "delivered". Begins with three devices, 42 contacts, 17 groups and 50 log entries, always the same.
/// </summary>
/// <remarks>
/// What it does not do: reach WhatsApp or any other machine (but for webhooks, if allowed); fetch the file of a caption or file message; speak
/// TLS, HTTP/2 or anything but JSON bodies; keep anything after its end; tell several accounts apart; keep contacts and groups per device;
/// write the log of the member area as devices change; receive messages by itself (see <see cref="PostIncomingAsync"/>).
/// All members are safe for use from several threads.
/// </remarks>
public sealed class EmulatorServer : IDisposable
{
    /// <summary>The sample device that can be used: AUTHENTICATED and open to the API.</summary>
    public const string ReadyDeviceId = SampleData.ReadyDeviceId;

    /// <summary>The sample device that is DISCONNECTED.</summary>
    public const string DisconnectedDeviceId = SampleData.DisconnectedDeviceId;

    /// <summary>The sample device that is AUTHENTICATED but not open to the API.</summary>
    public const string NoApiDeviceId = SampleData.NoApiDeviceId;

    /// <summary>The <c>file_encoded</c> of a picture that every emulator has.</summary>
    public const string SampleFileEncoded = SampleData.FileEncoded;

    private readonly Gateway _gateway;
    private readonly Http1Server _server;
    private readonly WebhookPoster _webhooks;

    private EmulatorServer(EmulatorOptions options)
    {
        _gateway = new Gateway(options);
        _server = new Http1Server(
            new HttpServerOptions
            {
                EndPoint = new IPEndPoint(IPAddress.Loopback, options.Port),
                MaxBodyBytes = options.MaxBodyBytes,
                RequestHeaders = Gateway.RequestHeaders,
                CommonHeaders = "Server: Chatalo-Emulator\r\nCache-Control: no-cache, private\r\n",
            },
            _gateway,
            options.TimeProvider);
        _webhooks = new WebhookPoster(_gateway);
        _gateway.Origin = $"http://127.0.0.1:{_server.Port}";
        BaseUri = new Uri(_gateway.Origin + ApiPath.Base);
    }

    /// <summary>The base address of the API, such as <c>http://127.0.0.1:40123/api/v1</c>, without a slash at its end.</summary>
    public Uri BaseUri { get; }

    /// <summary>How it was started; its keys are here.</summary>
    public EmulatorOptions Options => _gateway.Options;

    /// <summary>The devices as they are now.</summary>
    public IReadOnlyList<EmulatedDevice> Devices => _gateway.State.Devices.ToArray();

    /// <summary>A copy of the delivered messages that are kept, the oldest first.</summary>
    public IReadOnlyList<DeliveredMessage> Messages => _gateway.State.Messages.ToArray();

    /// <summary>All messages ever delivered, kept or cleared.</summary>
    public long MessageCount => _gateway.State.Messages.Count;

    /// <summary>A copy of the requests that are kept, the oldest first.</summary>
    public IReadOnlyList<RecordedRequest> Requests => _gateway.State.Requests.ToArray();

    /// <summary>All requests ever read, kept or cleared.</summary>
    public long RequestCount => _gateway.State.Requests.Count;

    /// <summary>The faults at work, spent ones too, in the order they were added.</summary>
    public IReadOnlyList<ActiveFault> Faults => _gateway.Faults.Faults;

    /// <summary>The webhook that is set; null when there is none.</summary>
    public string? WebhookUrl => _gateway.State.WebhookUrl;

    /// <summary>Connections that are open now.</summary>
    public int ConnectionCount => _server.ConnectionCount;

    /// <summary>Starts an emulator; it listens when this returns.</summary>
    /// <param name="options">Null is all defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="SocketException">The port is taken.</exception>
    public static EmulatorServer Start(EmulatorOptions? options = null)
    {
        options ??= new EmulatorOptions();
        options.Check();
        return new EmulatorServer(options);
    }

    /// <summary>How many messages each number and group was delivered, since the start or the last clearing.</summary>
    public IReadOnlyDictionary<string, int> DeliveriesByRecipient() => _gateway.State.Messages.CountByRecipient();

    /// <summary>Forgets the delivered messages and the count a recipient; <see cref="MessageCount"/> and the ids go on.</summary>
    public void ClearMessages() => _gateway.State.Messages.Clear();

    /// <summary>Forgets the recorded requests; <see cref="RequestCount"/> and the ids go on.</summary>
    public void ClearRequests() => _gateway.State.Requests.Clear();

    /// <summary>Sets a fault to work, from the next request on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number of the rule is out of its range.</exception>
    public ActiveFault AddFault(FaultRule rule) => _gateway.Faults.Add(rule);

    /// <summary>Takes one fault back.</summary>
    /// <returns>False when it was not at work.</returns>
    public bool RemoveFault(ActiveFault fault) => _gateway.Faults.Remove(fault);

    /// <summary>Takes all faults back.</summary>
    public void ClearFaults() => _gateway.Faults.Clear();

    /// <summary>Scans the QR code of a device, as its owner does with his phone: it becomes AUTHENTICATED.</summary>
    /// <returns>False when the device shows no code, or one that has expired.</returns>
    public bool ScanQr(string deviceId) => _gateway.State.Devices.Scan(deviceId);

    /// <summary>Gives a device any status, also one that the vendor does not list.</summary>
    /// <returns>False when there is no such device.</returns>
    public bool SetDeviceStatus(string deviceId, string status) => _gateway.State.Devices.SetStatus(deviceId, status) is not null;

    /// <summary>Keeps a file as that of an incoming message, to be downloaded.</summary>
    /// <returns>Its <c>file_encoded</c>.</returns>
    public string AddMedia(byte[] bytes, string contentType) => _gateway.State.Media.Add((byte[])bytes.Clone(), contentType);

    /// <summary>Where a kept file can be fetched, as the <c>file_url</c> of a message says it.</summary>
    /// <param name="fileEncoded">As <see cref="AddMedia"/> gave it.</param>
    /// <returns>Null when there is no such file.</returns>
    public string? MediaUrl(string fileEncoded) => _gateway.State.Media.FindEncoded(fileEncoded) is { } file ? _gateway.FileUrl(file.Id) : null;

    /// <summary>Posts an incoming message to the webhook that was set.</summary>
    /// <returns>How the webhook answered; a webhook that cannot be reached is a result, not an exception.</returns>
    /// <exception cref="InvalidOperationException">No webhook is set, or it is not on this machine and that is not allowed.</exception>
    /// <exception cref="ArgumentException">The file of the message is not known.</exception>
    public Task<IncomingResult> PostIncomingAsync(IncomingSpec spec, CancellationToken cancellationToken = default) =>
        _webhooks.PostAsync(spec, cancellationToken);

    /// <summary>Ends the emulator with all its connections, within a second.</summary>
    public void Dispose()
    {
        _server.Dispose();
        _webhooks.Dispose();
    }
}
