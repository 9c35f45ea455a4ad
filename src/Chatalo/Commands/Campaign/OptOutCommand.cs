using System.Management.Automation;
using Chatalo.Contacts;

namespace Chatalo.Commands;

/// <summary>A cmdlet that does something with the opt-out of each number.</summary>
public abstract class OptOutCommand : StoreCommand
{
    private readonly NumberDoubts _doubts = new();

    /// <summary>The number, as people write it: 0812-3456-789 in the session's region, or with the country code.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Phone", "PhoneNumber", "Mobile", "WhatsApp", "To", "Nomor", "NoHP", "No HP", "No. HP")]
    [ValidateNotNullOrEmpty]
    public string[]? Number { get; set; }

    /// <summary>The input as it came. An object of this module has its number with country code, and is taken at its word.</summary>
    [Parameter(ValueFromPipeline = true)]
    [AllowNull]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc />
    protected override object? ErrorTarget => Number;

    /// <inheritdoc />
    protected sealed override void Process()
    {
        foreach (var number in Number!)
        {
            try
            {
                Act(RecipientNumber.Accept(OptOutNumber.Read(number, InputObject, _doubts)));
            }
            catch (ChataloException e) when (e.Kind != ErrorKind.StoreUnavailable)
            {
                WriteError(e, number);
            }
        }
    }

    /// <inheritdoc />
    protected override void End() => WarnOf(_doubts);

    /// <summary>Does it, with the number as digits with country code.</summary>
    private protected abstract void Act(string number);
}
