using System.Management.Automation;

namespace Chatalo.Commands;

/// <summary>A cmdlet that does something for each number.</summary>
public abstract class NumberCommand : DeviceCommand
{
    /// <summary>The number, as people write it: 0812-3456-789 in the session's region, or with the country code.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Phone", "PhoneNumber", "Mobile", "WhatsApp", "To", "Nomor", "NoHP", "No HP", "No. HP")]
    [AllowEmptyString]
    [AllowNull]
    public string? Number { get; set; }

    /// <summary>The input as it came.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc />
    protected override object? ErrorTarget => InputObject ?? (object?)Number;

    /// <inheritdoc />
    protected sealed override void Process() => Process(RecipientNumber.Parse(Number, ActiveSession));

    /// <summary>Does it, with the number as digits with country code.</summary>
    private protected abstract void Process(string number);
}
