namespace Chatalo.Emulator.State;

/// <summary>All that the gateway remembers between two calls. Each store keeps itself safe for threads.</summary>
internal sealed class GatewayState(EmulatorOptions options)
{
    private string? _webhookUrl;

    public DateTimeOffset StartedAt { get; } = options.TimeProvider.GetUtcNow();

    public DeviceStore Devices { get; } = new(options);

    public MessageStore Messages { get; } = new(options);

    public RequestLog Requests { get; } = new(options);

    public MediaStore Media { get; } = new();

    public OtpStore Otps { get; } = new(options.TimeProvider);

    public string? WebhookUrl
    {
        get => Volatile.Read(ref _webhookUrl);
        set => Volatile.Write(ref _webhookUrl, value);
    }
}
