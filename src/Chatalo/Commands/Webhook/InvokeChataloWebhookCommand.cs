using System.Management.Automation;
using Chatalo.Binding;
using Chatalo.Contacts;
using Chatalo.Emulator;
using Chatalo.Webhooks;

namespace Chatalo.Commands;

/// <summary>Posts a sample or a stored event to a webhook, as the gateway would, to try a listener or a runbook.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "ChataloWebhook", DefaultParameterSetName = SampleSet, SupportsShouldProcess = true)]
[OutputType(typeof(WebhookDelivery))]
public sealed class InvokeChataloWebhookCommand : ChataloCommand
{
    private const string SampleSet = "Sample";
    private const string RawSet = "Raw";
    private const string MessageSet = "InputObject";

    private static readonly Type[] Messages = [typeof(IncomingMessage)];

    private WebhookClient _client = null!;

    /// <summary>The webhook: https, or http on this machine. By default the one that is set at the emulator.</summary>
    [Parameter(Position = 0)]
    [Alias("Url")]
    [ValidateNotNull]
    [Binding.AddressArgument]
    public Uri? Uri { get; set; }

    /// <summary>The emulator whose people write; by default the one that this runspace started last.</summary>
    [Parameter]
    [ValidateNotNull]
    public EmulatorInstance? Emulator { get; set; }

    /// <summary>The text; without it the event has none, as that of a picture.</summary>
    [Parameter(Position = 1, ParameterSetName = SampleSet)]
    [AllowEmptyString]
    public string? Message { get; set; }

    /// <summary>The sender's number: digits with country code, with or without plus. The event has the digits alone, as the gateway's have.</summary>
    [Parameter(ParameterSetName = SampleSet)]
    [ValidateNotNullOrEmpty]
    public string From { get; set; } = "+6281234567890";

    /// <summary>The sender's name.</summary>
    [Parameter(ParameterSetName = SampleSet)]
    public string Name { get; set; } = "Sample";

    /// <summary>The group it is written in; by default none.</summary>
    [Parameter(ParameterSetName = SampleSet)]
    [ValidateNotNullOrEmpty]
    public string? GroupId { get; set; }

    /// <summary>As if the device's owner wrote it.</summary>
    [Parameter(ParameterSetName = SampleSet)]
    public SwitchParameter FromMe { get; set; }

    /// <summary>The device it is written to; by default the emulator's ready one.</summary>
    [Parameter(ParameterSetName = SampleSet)]
    [ValidateNotNullOrEmpty]
    public string DeviceId { get; set; } = EmulatorServer.ReadyDeviceId;

    /// <summary>The message's id; by default a new one. The same again is a re-delivery.</summary>
    [Parameter(ParameterSetName = SampleSet)]
    [ValidateNotNullOrEmpty]
    public string? Id { get; set; }

    /// <summary>A file of this machine that comes with it: the emulator keeps it, and Save-ChataloMedia downloads it.</summary>
    [Parameter(ParameterSetName = SampleSet)]
    [ValidateNotNullOrEmpty]
    public string? MediaPath { get; set; }

    /// <summary>A file that came with it: its address.</summary>
    [Parameter(ParameterSetName = SampleSet)]
    [ValidateNotNullOrEmpty]
    public string? MediaUrl { get; set; }

    /// <summary>The file's content type; by default what the extension of -MediaPath says, and image/jpeg for the other ways to give a file.</summary>
    [Parameter(ParameterSetName = SampleSet)]
    [ValidateNotNullOrEmpty]
    public string? MediaType { get; set; }

    /// <summary>What Save-ChataloMedia downloads the file by.</summary>
    [Parameter(ParameterSetName = SampleSet)]
    [ValidateNotNullOrEmpty]
    public string? FileEncoded { get; set; }

    /// <summary>The latitude of an attached place, in degrees.</summary>
    [Parameter(ParameterSetName = SampleSet)]
    [ValidateRange(-90.0, 90.0)]
    [InvariantArgument(typeof(double))]
    public double? Latitude { get; set; }

    /// <summary>The longitude of an attached place, in degrees.</summary>
    [Parameter(ParameterSetName = SampleSet)]
    [ValidateRange(-180.0, 180.0)]
    [InvariantArgument(typeof(double))]
    public double? Longitude { get; set; }

    /// <summary>A text to post as it is, JSON or not.</summary>
    [Parameter(Mandatory = true, ParameterSetName = RawSet)]
    [AllowEmptyString]
    public string? Raw { get; set; }

    /// <summary>A message that came in before, to be posted again as it was, or the text of an event.</summary>
    [Parameter(Mandatory = true, ParameterSetName = MessageSet, ValueFromPipeline = true)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public object? InputObject { get; set; }

    /// <summary>How long to wait for the answer, in seconds.</summary>
    [Parameter]
    [ValidateRange(0.001, 86400.0)]
    [InvariantArgument(typeof(double))]
    public double TimeoutSec { get; set; } = 30;

    /// <inheritdoc />
    protected override object? ErrorTarget => CommandLine.Address(Uri);

    /// <inheritdoc />
    protected override void Begin()
    {
        Uri ??= ActiveEmulator.Webhook;
        _client = new WebhookClient(Uri, TimeSpan.FromSeconds(TimeoutSec));
    }

    /// <inheritdoc />
    protected override void Process()
    {
        var piped = ParameterSetName == MessageSet
            ? PipedInput.OwnText(InputObject, Messages, ["Raw"], "event", "Pipe in messages of Receive-ChataloMessage or ConvertFrom-ChataloWebhook, or the JSON text of an event.")
                ?? throw new ChataloException(ErrorKind.InvalidInput, "The input is empty.", "Pipe in a message or the text of an event; an empty body with -Raw ''.")
            : "";

        // The path may hold a token; only the host is shown.
        if (!ShouldProcess($"{Uri!.Scheme}://{Uri.Authority}", "Post incoming message"))
        {
            return;
        }

        var json = ParameterSetName switch
        {
            RawSet => Raw ?? "",
            MessageSet => piped,
            _ => CreateSample().ToJson(),
        };
        WriteObject(Await(_client.PostAsync(json, StopToken)));
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _client?.Dispose();
        }
    }

    private EmulatorInstance ActiveEmulator => Emulator ?? RunningEmulators.Mine.LastOrDefault()
        ?? throw new ChataloException(ErrorKind.InvalidInput, "No emulator runs in this runspace.", "Give -Uri the address of a webhook, or run Start-ChataloEmulator first.");

    private SampleEvent CreateSample()
    {
        var sample = new SampleEvent
        {
            DeviceId = DeviceId,
            Id = Id ?? Guid.NewGuid().ToString("n").ToUpperInvariant(),
            Time = DateTimeOffset.UtcNow,
            Name = Name,
            Number = Sender(),
            GroupId = GroupId,
            Text = Message,
            IsFromMe = FromMe,
            MediaType = MediaType ?? (MediaUrl is null && FileEncoded is null ? null : "image/jpeg"),
            MediaUrl = MediaUrl,
            FileEncoded = FileEncoded,
            Latitude = Latitude,
            Longitude = Longitude,
        };
        return MediaPath is null ? sample : WithFile(sample, ResolvePath(MediaPath));
    }

    private SampleEvent WithFile(SampleEvent sample, string path)
    {
        if (MediaUrl is not null || FileEncoded is not null)
        {
            throw new ChataloException(ErrorKind.InvalidInput, "A message has one file.", "Give -MediaPath, or -MediaUrl and -FileEncoded.");
        }

        var type = MediaType ?? Files.MediaType.OfExtension(Path.GetExtension(path)) ?? "application/octet-stream";
        var (encoded, url) = ActiveEmulator.Keep(ReadFile(path), type);
        return sample with { MediaType = type, FileEncoded = encoded, MediaUrl = url };
    }

    private static byte[] ReadFile(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ChataloException(ErrorKind.InvalidInput, $"The file cannot be read: {e.Message}", "Give -MediaPath the path of a file.", innerException: e);
        }
    }

    // What is written as people write it, +852 5123 4567, is posted as the gateway posts it; what is no number is posted as it is, to try a handler.
    private string Sender()
        => From.StartsWith("+", StringComparison.Ordinal) && PhoneNumberNormalizer.Shared.Normalize(From, string.Empty).Digits is { } digits ? digits : E164.ToGateway(From);
}
