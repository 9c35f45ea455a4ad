using System.Management.Automation;
using Chatalo.Binding;
using Chatalo.Contacts;

namespace Chatalo.Commands;

/// <summary>
/// A cmdlet that does something with the opt-out of each number. The engine binds the input alone, as it is: there is a result or an error of ours
/// for each, whatever it is.
/// </summary>
public abstract class OptOutCommand : StoreCommand
{
    private readonly NumberDoubts _doubts = new();
    private InputNumbers? _numbers;

    /// <summary>
    /// The numbers, as people write them: 0812-3456-789 in the session's region, or with the country code. Without this parameter the input is the number,
    /// or has it in a column of this name or of one of the aliases.
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
    protected sealed override void Process()
    {
        foreach (var number in (_numbers ??= new InputNumbers(MyInvocation)).Of(Number, InputObject))
        {
            try
            {
                Act(RecipientNumber.Accept(OptOutNumber.Read(number, Number is null ? InputObject : null, _doubts)));
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
