using System.Management.Automation;
using Chatalo.Binding;
using Chatalo.Contacts;
using Chatalo.Files;

namespace Chatalo.Commands;

/// <summary>Makes a wa.me link that opens a chat with a number, with its code, for posters and mail. It asks nobody: no session is needed.</summary>
[Cmdlet(VerbsCommon.New, "ChataloChatLink", SupportsShouldProcess = true)]
[OutputType(typeof(ChatLink))]
public sealed class NewChataloChatLinkCommand : ChataloCommand
{
    private readonly NumberDoubts _doubts = new();

    private InputNumber? _numbers;
    private bool _numberIsGiven;
    private object? _given;

    /// <summary>
    /// The number that people are to write to, or a script block that takes it out of the input. Without it the input is the number, or has it in the column
    /// that its name says to be a phone number.
    /// </summary>
    [Parameter(Position = 0)]
    [Alias("WhatsAppNumber", "Phone")]
    [NumberArgument]
    [AllowNull]
    [AllowEmptyString]
    public object? Number { get; set; }

    /// <summary>The input as it came: a number, a row of a list, or an object of this module, whose number is taken at its word.</summary>
    [Parameter(ValueFromPipeline = true)]
    [AllowNull]
    public PSObject? InputObject { get; set; }

    /// <summary>The text that stands in the chat already, or a script block that makes it of the input. A column of the input is never taken by itself.</summary>
    [Parameter(Position = 1)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public object? Message { get; set; }

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
    protected override object? ErrorTarget => _given ?? InputObject ?? Number;

    private string Region => DefaultRegion ?? CurrentSession.Value?.DefaultRegion ?? "ID";

    /// <inheritdoc />
    protected override void Begin()
    {
        base.Begin();
        _numberIsGiven = MyInvocation.BoundParameters.ContainsKey(nameof(Number));
        var parameter = MyInvocation.MyCommand.Parameters[nameof(Number)];
        _numbers = new InputNumber([parameter.Name, .. parameter.Aliases], () => Region);
    }

    /// <inheritdoc />
    protected override void Process()
    {
        _given = null;
        var given = _given = ReadNumber();
        var number = RecipientNumber.Read(given, _numberIsGiven ? null : InputObject, Region);
        _doubts.Add(given, number);
        var text = InputValue.LinesOf(Message, nameof(Message), InputObject);
        var link = new ChatLink(RecipientNumber.Accept(number), string.IsNullOrEmpty(text) ? null : text);
        if (OutFile is not null && ShouldProcess(OutFile, "Save code"))
        {
            Await(QrFile.WriteAsync(link, ResolvePath(OutFile), Force));
        }

        WriteObject(link);
    }

    /// <inheritdoc />
    protected override void End() => WarnOf(_doubts);

    private object ReadNumber()
    {
        object? cell;
        if (_numberIsGiven)
        {
            cell = InputValue.Of(Number, nameof(Number), InputObject);
        }
        else if (InputObject is null || PipedInput.IsPlain(InputObject))
        {
            cell = InputObject?.BaseObject;
        }
        else
        {
            _ = _numbers!.TryRead(InputObject, out cell);
        }

        return cell switch
        {
            null or "" => throw new ChataloException(ErrorKind.InvalidInput, "The input has no number.", "Give -Number, or pipe in numbers or rows with a column Number, Phone or WhatsApp."),
            string or ValueType => cell,
            _ => InputValue.Text(cell, "number")!,
        };
    }
}
