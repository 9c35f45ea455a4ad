using System.Management.Automation;
using System.Security.Cryptography;
using System.Text;
using Chatalo.Client;
using Chatalo.Files;

namespace Chatalo.Commands;

/// <summary>Downloads the media of an incoming message. The file stays in the destination folder, whatever the sender called it.</summary>
[Cmdlet(VerbsData.Save, "ChataloMedia", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class SaveChataloMediaCommand : DeviceCommand
{
    private static readonly string[] Columns = ["FileEncoded", "file_encoded"];

    private bool _isGiven;
    private string _encoded = "";
    private string? _name;

    /// <summary>
    /// The text under <c>media_info.file_encoded</c> of the webhook. From the pipeline come incoming messages, rows with a column FileEncoded or file_encoded, and the
    /// text itself.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("file_encoded")]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public object? FileEncoded { get; set; }

    /// <summary>The folder to save it in; made when it is missing. By default the current one.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    public string Destination { get; set; } = ".";

    /// <summary>The file's name; only the name, its extension comes from the content type. By default made from the media itself.</summary>
    [Parameter]
    [Alias("MediaName")]
    public string? FileName { get; set; }

    /// <summary>Replaces a file that is there already.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc />
    protected override object? ErrorTarget => FileName ?? FileEncoded;

    // It is the media.
    private protected override bool TakesDeviceNames => _isGiven;

    /// <inheritdoc />
    protected override void Begin()
    {
        base.Begin();
        _isGiven = MyInvocation.BoundParameters.ContainsKey(nameof(FileEncoded));
    }

    /// <inheritdoc />
    protected override void Process()
    {
        var row = _isGiven ? null : PipedInput.Row(FileEncoded);
        var encoded = _isGiven ? InputValue.Text(FileEncoded, "media") : row?.BaseObject as string ?? PipedInput.Cell(row, Columns, "media");
        if (string.IsNullOrWhiteSpace(encoded))
        {
            throw new ChataloException(ErrorKind.InvalidInput, "The message has no media.", "Pass on only messages with HasMedia.");
        }

        _encoded = encoded!;
        _name = FileName ?? PipedInput.Cell(row, ["FileName", "MediaName"], "file name");
        var device = ResolveDevice();
        var folder = ResolvePath(Destination);
        if (ShouldProcess(folder, "Save media"))
        {
            WriteObject(Await(SaveAsync(device, folder)));
        }
    }

    // A row that has the media is a message of ours, or a part of one.
    private protected override string? ReadDevice()
        => DeviceIsGiven || _isGiven ? base.ReadDevice() : PipedInput.Cell(PipedInput.Row(FileEncoded), ["DeviceId"], "device");

    private async Task<FileInfo> SaveAsync(string device, string folder)
    {
        var response = await new MessageApi(Client).DownloadAsync(device, _encoded, Context).ConfigureAwait(false);
        using var download = new MediaDownload(response, Client.Options.Timeout);
        var stem = Path.GetFileNameWithoutExtension(AtomicFile.CleanName(_name, DefaultName()));
        var path = AtomicFile.InFolder(folder, stem + MediaType.ExtensionFor(download.ContentType));
        return await AtomicFile.WriteAsync(path, Force, file => download.CopyToAsync(file, StopToken)).ConfigureAwait(false);
    }

    // The same media gets the same name, so that a handler that runs twice does not save it twice.
    private string DefaultName()
    {
        using var hash = SHA256.Create();
        var bytes = hash.ComputeHash(Encoding.UTF8.GetBytes(_encoded));
        return "media-" + BitConverter.ToString(bytes, 0, 8).Replace("-", "").ToLowerInvariant();
    }
}
