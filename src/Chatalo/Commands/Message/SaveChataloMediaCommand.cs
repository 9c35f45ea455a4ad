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
    /// <summary>The text under <c>media_info.file_encoded</c> of the webhook.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("file_encoded")]
    [AllowNull]
    [AllowEmptyString]
    public string? FileEncoded { get; set; }

    /// <summary>The folder to save it in; made when it is missing. By default the current one.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    public string Destination { get; set; } = ".";

    /// <summary>The file's name; only the name, its extension comes from the content type. By default made from the media itself.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("MediaName")]
    public string? FileName { get; set; }

    /// <summary>Replaces a file that is there already.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc />
    protected override object? ErrorTarget => FileName ?? FileEncoded;

    /// <inheritdoc />
    protected override void Process()
    {
        if (string.IsNullOrWhiteSpace(FileEncoded))
        {
            throw new ChataloException(ErrorKind.InvalidInput, "The message has no media.", "Pass on only messages with HasMedia.");
        }

        var device = ResolveDevice();
        var folder = ResolvePath(Destination);
        if (ShouldProcess(folder, "Save media"))
        {
            WriteObject(Await(SaveAsync(device, folder)));
        }
    }

    private async Task<FileInfo> SaveAsync(string device, string folder)
    {
        var response = await new MessageApi(Client).DownloadAsync(device, FileEncoded!, Context).ConfigureAwait(false);
        using var download = new MediaDownload(response, Client.Options.Timeout);
        var stem = Path.GetFileNameWithoutExtension(SafeFile.CleanName(FileName, DefaultName()));
        var path = SafeFile.InFolder(folder, stem + MediaType.ExtensionFor(download.ContentType));
        return await SafeFile.WriteAsync(path, Force, file => download.CopyToAsync(file, StopToken)).ConfigureAwait(false);
    }

    // The same media gets the same name, so that a handler that runs twice does not save it twice.
    private string DefaultName()
    {
        using var hash = SHA256.Create();
        var bytes = hash.ComputeHash(Encoding.UTF8.GetBytes(FileEncoded!));
        return "media-" + BitConverter.ToString(bytes, 0, 8).Replace("-", "").ToLowerInvariant();
    }
}
