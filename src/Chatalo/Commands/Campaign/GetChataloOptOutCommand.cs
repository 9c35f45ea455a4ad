using System.Management.Automation;
using Chatalo.Binding;
using Chatalo.Contacts;

namespace Chatalo.Commands;

/// <summary>Lists the numbers that are to get no message, or looks some up.</summary>
[Cmdlet(VerbsCommon.Get, "ChataloOptOut")]
[OutputType(typeof(OptOut))]
public sealed class GetChataloOptOutCommand : StoreCommand
{
    private const int PageSize = 500;

    private readonly NumberDoubts _doubts = new();
    private InputNumbers? _numbers;

    /// <summary>
    /// Only these numbers, as people write them; those that have not opted out give nothing. Without this parameter an input is the number, or has it in a
    /// column of this name or of one of the aliases.
    /// </summary>
    [Parameter(Position = 0)]
    [Alias("Phone", "PhoneNumber", "Mobile", "WhatsApp", "To", "Nomor", "NoHP", "No HP", "No. HP")]
    [NumberArgument(TakesSeveral = true)]
    [ValidateNotNullOrEmpty]
    public object[]? Number { get; set; }

    /// <summary>The input as it came. An object of this module has its number with country code, and is taken at its word.</summary>
    [Parameter(ValueFromPipeline = true)]
    [AllowNull]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc />
    protected override object? ErrorTarget => Number ?? (object?)InputObject;

    /// <inheritdoc />
    protected override void Process()
    {
        if (Number is null && !MyInvocation.ExpectingInput && InputObject is null)
        {
            WriteAll();
            return;
        }

        foreach (var number in (_numbers ??= new InputNumbers(MyInvocation)).Of(Number, InputObject))
        {
            if (OpenStore.FindOptOut(RecipientNumber.Accept(OptOutNumber.Read(number, Number is null ? InputObject : null, _doubts))) is { } found)
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
