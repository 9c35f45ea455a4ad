using System.Management.Automation;
using Chatalo.Contacts;

namespace Chatalo.Commands;

/// <summary>A cmdlet whose inputs are numbers: given, in a column of a list, or piped in as they are.</summary>
public abstract class RecipientCommand : DeviceCommand
{
    private readonly NumberDoubts _doubts = new();
    private bool _hasRead;

    // Of the current input, once its number was read.
    private string? _digits;

    /// <summary>The number, as people write it: 0812-3456-789 in the session's region, or with the country code.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Phone", "PhoneNumber", "Mobile", "WhatsApp", "To", "Nomor", "NoHP", "No HP", "No. HP")]
    [AllowEmptyString]
    [AllowNull]
    public string? Number { get; set; }

    /// <summary>
    /// The input as it came: a number, or a row of a list with the number in one of its columns. It takes everything from the pipeline, so
    /// that a row without a number still gives a result.
    /// </summary>
    [Parameter(ValueFromPipeline = true)]
    [AllowNull]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc />
    protected override object? ErrorTarget => InputObject ?? (object?)Number ?? Device;

    /// <summary>Whether the command line has the number, for all inputs.</summary>
    private protected bool NumberIsFixed { get; private set; }

    /// <summary>
    /// The input as results keep it. Of a text or a number the value alone: what the engine wrapped it in to look for columns is several times as large.
    /// </summary>
    private protected object? Input => InputObject?.BaseObject switch
    {
        // An input that is a number leaves the module as one.
        string or ValueType when _digits is not null && !NumberIsFixed => E164.Format(_digits),
        string or ValueType => InputObject.BaseObject,
        _ => InputObject,
    };

    /// <summary>The number of the current input, as it was given.</summary>
    private protected object? GivenNumber => NumberIsFixed ? Number : InputObject?.BaseObject switch
    {
        // The cell itself, before the engine made a text of it.
        double or float or decimal or long or int or uint or ulong => InputObject.BaseObject,
        null or string => Number,
        var row => IsTextOf(InputObject!, row) ? Cell(InputObject!) : Number,
    };

    /// <inheritdoc />
    protected override void Begin()
    {
        base.Begin();
        NumberIsFixed = MyInvocation.BoundParameters.ContainsKey(nameof(Number));
    }

    /// <inheritdoc />
    protected override void End() => WarnOf(_doubts);

    /// <summary>The number of the current input: digits with country code.</summary>
    /// <exception cref="ChataloException">There is none, or WhatsApp can have no such number; the reason is in the message.</exception>
    private protected string ReadNumber()
    {
        _digits = null;
        var given = GivenNumber;
        if (given is null && !NumberIsFixed)
        {
            throw InputObject is null
                ? new ChataloException(ErrorKind.InvalidInput, "No number is given.", "Give -Number, or pipe in numbers or a list with a column Number.")
                : new ChataloException(
                    ErrorKind.InvalidInput,
                    $"The input has no column for the number; it has {string.Join(", ", InputObject.Properties.Select(p => p.Name).Take(12))}.",
                    "Name the column Number, Phone, Mobile, WhatsApp or Nomor, or give -Number { $_.Column }.");
        }

        var result = RecipientNumber.Read(given, NumberIsFixed ? null : InputObject, ActiveSession.DefaultRegion);
        if (!NumberIsFixed || !_hasRead)
        {
            _doubts.Add(given, result);
        }

        _hasRead = true;
        return _digits = RecipientNumber.Accept(result);
    }

    // The names that the engine looks for, with the cell as it is.
    private object? Cell(PSObject row)
    {
        var parameter = MyInvocation.MyCommand.Parameters[nameof(Number)];
        var cell = parameter.Aliases.Prepend(parameter.Name).Select(name => row.Properties[name]).FirstOrDefault(property => property is not null);
        return cell?.Value is PSObject wrapped ? wrapped.BaseObject : cell?.Value;
    }

    // A row without a text in a column for the number, but maybe with a numeric cell, is made a text as a whole by the engine.
    private bool IsTextOf(PSObject input, object row)
        => row is PSCustomObject ? Number?.StartsWith("@{", StringComparison.Ordinal) == true : Number == LanguagePrimitives.ConvertTo<string>(input);
}
