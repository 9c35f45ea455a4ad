using System.Management.Automation;
using Chatalo.Contacts;

namespace Chatalo.Commands;

/// <summary>Lists the numbers that are to get no message, or looks some up.</summary>
[Cmdlet(VerbsCommon.Get, "ChataloOptOut")]
[OutputType(typeof(OptOut))]
public sealed class GetChataloOptOutCommand : StoreCommand
{
    private const int PageSize = 500;

    private readonly NumberDoubts _doubts = new();

    /// <summary>Only these numbers, as people write them; those that have not opted out give nothing.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Phone", "PhoneNumber", "Mobile", "WhatsApp", "To", "Nomor", "NoHP", "No HP", "No. HP")]
    [ValidateNotNullOrEmpty]
    public string[]? Number { get; set; }

    /// <summary>The input as it came. An object of this module has its number with country code, and is taken at its word.</summary>
    [Parameter(ValueFromPipeline = true)]
    [AllowNull]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc />
    protected override object? ErrorTarget => Number ?? (object?)InputObject;

    /// <inheritdoc />
    protected override void Process()
    {
        if (Number is null)
        {
            if (MyInvocation.ExpectingInput)
            {
                throw new ChataloException(ErrorKind.InvalidInput, "The input has no number.", "Pipe in numbers, or objects with a property Number.");
            }

            WriteAll();
            return;
        }

        foreach (var number in Number)
        {
            if (OpenStore.FindOptOut(RecipientNumber.Accept(OptOutNumber.Read(number, InputObject, _doubts))) is { } found)
            {
                WriteObject(found);
            }
        }
    }

    /// <inheritdoc />
    protected override void End() => WarnOf(_doubts);

    private void WriteAll()
    {
        var after = "";
        while (true)
        {
            var page = OpenStore.OptOuts(after, PageSize);
            WriteObject(page, enumerateCollection: true);
            if (page.Count < PageSize)
            {
                return;
            }

            after = E164.ToGateway(page[page.Count - 1].Number);
        }
    }
}
