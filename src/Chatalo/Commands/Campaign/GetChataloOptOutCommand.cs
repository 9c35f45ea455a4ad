using System.Management.Automation;

namespace Chatalo.Commands;

/// <summary>Lists the numbers that are to get no message, or looks some up.</summary>
[Cmdlet(VerbsCommon.Get, "ChataloOptOut")]
[OutputType(typeof(OptOut))]
public sealed class GetChataloOptOutCommand : StoreCommand
{
    private const int PageSize = 500;

    /// <summary>Only these numbers, as people write them; those that have not opted out give nothing.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Phone", "PhoneNumber", "Mobile", "WhatsApp", "To", "Nomor", "NoHP", "No HP", "No. HP")]
    [ValidateNotNullOrEmpty]
    public string[]? Number { get; set; }

    /// <inheritdoc />
    protected override object? ErrorTarget => Number;

    /// <inheritdoc />
    protected override void Process()
    {
        if (Number is null)
        {
            WriteAll();
            return;
        }

        foreach (var number in Number)
        {
            if (OpenStore.FindOptOut(OptOutNumber.Parse(number)) is { } found)
            {
                WriteObject(found);
            }
        }
    }

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

            after = page[page.Count - 1].Number;
        }
    }
}
