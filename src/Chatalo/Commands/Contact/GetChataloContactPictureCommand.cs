using System.Management.Automation;
using Chatalo.Client;
using Chatalo.Contacts;
using Chatalo.Files;

namespace Chatalo.Commands;

/// <summary>Shows where somebody's profile picture is, or saves it.</summary>
[Cmdlet(VerbsCommon.Get, "ChataloContactPicture", DefaultParameterSetName = ShowSet)]
[OutputType(typeof(ContactPicture), ParameterSetName = [ShowSet])]
[OutputType(typeof(FileInfo), ParameterSetName = [FileSet, FolderSet])]
public sealed class GetChataloContactPictureCommand : NumberCommand
{
    private const string ShowSet = "Show";
    private const string FileSet = "File";
    private const string FolderSet = "Folder";

    /// <summary>Saves the picture as this file.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FileSet)]
    [ValidateNotNullOrEmpty]
    public string? OutFile { get; set; }

    /// <summary>Saves the picture in this folder, named after the number.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FolderSet)]
    [ValidateNotNullOrEmpty]
    public string? Destination { get; set; }

    /// <summary>Replaces a file that is there already.</summary>
    [Parameter(ParameterSetName = FileSet)]
    [Parameter(ParameterSetName = FolderSet)]
    public SwitchParameter Force { get; set; }

    private protected override void Process(string number)
    {
        var picture = Await(new ContactApi(Client).GetPictureAsync(ResolveDevice(), number, Context));
        if (ParameterSetName == ShowSet)
        {
            WriteObject(picture);
            return;
        }

        if (string.IsNullOrEmpty(picture.Url))
        {
            throw new ChataloException(ErrorKind.NotFound, $"{E164.Format(number)} has no profile picture, or hides it.");
        }

        WriteObject(Await(SaveAsync(picture)));
    }

    private async Task<FileInfo> SaveAsync(ContactPicture picture)
    {
        using var client = new PictureClient(Client.Options.Proxy);
        using var download = await client.GetAsync(picture.Url!, Client.Options.Timeout, StopToken).ConfigureAwait(false);
        var path = OutFile is not null
            ? ResolvePath(OutFile)
            : AtomicFile.InFolder(ResolvePath(Destination!), AtomicFile.CleanName(picture.Number, "picture") + MediaType.ExtensionFor(download.ContentType));
        return await AtomicFile.WriteAsync(path, Force, file => download.CopyToAsync(file, StopToken)).ConfigureAwait(false);
    }
}
