using System.Management.Automation;
using Chatalo.Contacts;
using Chatalo.Files;

namespace Chatalo.Commands;

/// <summary>Makes a wa.me link that opens a chat with a number, with its code, for posters and mail. It asks nobody: no session is needed.</summary>
[Cmdlet(VerbsCommon.New, "ChataloChatLink", SupportsShouldProcess = true)]
[OutputType(typeof(ChatLink))]
public sealed class NewChataloChatLinkCommand : ChataloCommand
{
    private readonly NumberDoubts _doubts = new();

    /// <summary>The number that people are to write to.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("WhatsAppNumber", "Phone")]
    [ValidateNotNullOrEmpty]
    public string? Number { get; set; }

    /// <summary>The input as it came. An object of this module has its number with country code, and is taken at its word.</summary>
    [Parameter(ValueFromPipeline = true)]
    [AllowNull]
    public PSObject? InputObject { get; set; }

    /// <summary>The text that stands in the chat already.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    public string? Message { get; set; }

    /// <summary>The region of a number without a country code; by default the session's, or ID.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(Completion.RegionCompleter))]
    public string? DefaultRegion { get; set; }

    /// <summary>Saves the code as this file too: .svg, or .png for every other name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? OutFile { get; set; }

    /// <summary>Replaces a file that is there already.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc />
    protected override object? ErrorTarget => Number;

    /// <inheritdoc />
    protected override void Process()
    {
        var number = RecipientNumber.Read(Number, InputObject, DefaultRegion ?? CurrentSession.Value?.DefaultRegion ?? "ID");
        _doubts.Add(Number, number);
        var link = new ChatLink(RecipientNumber.Accept(number), string.IsNullOrEmpty(Message) ? null : Message);
        if (OutFile is not null && ShouldProcess(OutFile, "Save code"))
        {
            Await(QrFile.WriteAsync(link, ResolvePath(OutFile), Force));
        }

        WriteObject(link);
    }

    /// <inheritdoc />
    protected override void End() => WarnOf(_doubts);
}
