using System.Management.Automation;
using Chatalo.Binding;
using Chatalo.Completion;
using Chatalo.Contacts;

namespace Chatalo.Commands;

/// <summary>
/// A cmdlet whose inputs are numbers: given, in a column of a list, or piped in as they are. The engine binds the input alone, as it is, and this
/// class reads its columns: so there is a result or an error of ours for each input, whatever it is.
/// </summary>
public abstract class RecipientCommand : SessionCommand
{
    private readonly NumberDoubts _doubts = new();
    private DeviceChoice? _devices;
    private InputNumber? _numbers;
    private bool _hasRead;

    // Of the current input, once its number was read.
    private string? _digits;

    /// <summary>
    /// The number, as people write it: 0812-3456-789 in the session's region, or with the country code. Or a script block that takes it out of the
    /// input: <c>{ $_.Telepon }</c>. Without it the input is the number, or has it in the column that its name says to be a phone number, as for Import-ChataloContact.
    /// </summary>
    [Parameter(Position = 0)]
    [Alias("Phone", "PhoneNumber", "Mobile", "WhatsApp", "To", "Nomor", "NoHP", "No HP", "No. HP")]
    [NumberArgument]
    [AllowEmptyString]
    [AllowNull]
    public object? Number { get; set; }

    /// <summary>
    /// The input as it came: a number, or a row of a list with the number in one of its columns. It takes everything from the pipeline, so
    /// that a row without a number still gives a result.
    /// </summary>
    [Parameter(ValueFromPipeline = true)]
    [AllowNull]
    public PSObject? InputObject { get; set; }

    /// <summary>
    /// The device: its id, its name, a device object, or a script block that gives one of these. Without it an input's own Device or DeviceId counts;
    /// where that is missing or empty too, the session's device.
    /// </summary>
    [Parameter]
    [Alias("DeviceId")]
    [DeviceArgument]
    [ArgumentCompleter(typeof(DeviceCompleter))]
    [AllowNull]
    [AllowEmptyString]
    public object? Device { get; set; }

    /// <inheritdoc />
    protected override object? ErrorTarget => InputObject ?? Number ?? Device;

    /// <summary>Whether the command line has the number, for all inputs.</summary>
    private protected bool NumberIsFixed { get; private set; }

    /// <summary>The input whose columns count: what a stopped send was given, where its account of it is piped back.</summary>
    private protected PSObject? Row => InputObject?.BaseObject is InterruptedInput { InputObject: { } before } ? PSObject.AsPSObject(before) : InputObject;

    /// <summary>
    /// The input as results keep it. Of a text or a number the value alone: what the engine wrapped it in to look for columns is several times as large.
    /// </summary>
    private protected object? Input => Row?.BaseObject switch
    {
        // An input that is a number leaves the module as one.
        string or ValueType when _digits is not null && !NumberIsFixed => E164.Format(_digits),
        string or ValueType => Row!.BaseObject,
        _ => Row,
    };

    /// <summary>The number of the current input, as it was given; null where it has none.</summary>
    /// <exception cref="ChataloException">It cannot be read.</exception>
    private protected object? GivenNumber
    {
        get
        {
            if (NumberIsFixed)
            {
                return InputValue.Of(Number, nameof(Number), Row);
            }

            return Row?.BaseObject switch
            {
                null => null,
                string or double or float or decimal or long or int or uint or ulong or short or ushort or byte or sbyte => Row.BaseObject,
                // The cell as it is: what the engine makes of a double is not what stands in it.
                _ => _numbers!.TryRead(Row!, out var cell) ? cell : null,
            };
        }
    }

    /// <inheritdoc />
    protected override void Begin()
    {
        base.Begin();
        NumberIsFixed = IsGiven(nameof(Number));
        var parameter = MyInvocation.MyCommand.Parameters[nameof(Number)];
        _numbers = new InputNumber([parameter.Name, .. parameter.Aliases], () => ActiveSession.DefaultRegion);
        _devices = new DeviceChoice(ActiveSession, Context, Await);
    }

    /// <inheritdoc />
    protected sealed override void Process()
    {
        _digits = null;
        ProcessInput();
    }

    /// <summary>For each input. What fails here fails this input only.</summary>
    private protected abstract void ProcessInput();

    /// <inheritdoc />
    protected override void End() => WarnOf(_doubts);

    /// <summary>Whether the command line has a parameter, for all inputs.</summary>
    private protected bool IsGiven(string parameter) => MyInvocation.BoundParameters.ContainsKey(parameter);

    /// <summary>The number of the current input: digits with country code.</summary>
    /// <exception cref="ChataloException">There is none, or WhatsApp can have no such number; the reason is in the message.</exception>
    private protected string ReadNumber()
    {
        var given = GivenNumber;
        if (given is null && (!NumberIsFixed || Number is not null))
        {
            throw NoNumber();
        }

        var result = RecipientNumber.Read(given is string or ValueType ? given : InputValue.Text(given, "number"), NumberIsFixed ? null : Row, ActiveSession.DefaultRegion);
        if (!NumberIsFixed || Number is ScriptBlock || !_hasRead)
        {
            _doubts.Add(given, result);
        }

        _hasRead = true;
        return _digits = RecipientNumber.Accept(result);
    }

    /// <summary>What is written about the device for the current input; null for the session's device.</summary>
    /// <exception cref="ChataloException">It cannot be read.</exception>
    private protected string? ReadDevice() => DeviceChoice.NameOf(Device, IsGiven(nameof(Device)), Row);

    /// <summary>The id of the device for the current input.</summary>
    private protected string ResolveDevice() => ResolveDevice(ReadDevice());

    /// <inheritdoc cref="DeviceChoice.Resolve" />
    private protected string ResolveDevice(string? name) => _devices!.Resolve(name);

    private ChataloException NoNumber()
    {
        if (Number is ScriptBlock)
        {
            return new ChataloException(ErrorKind.InvalidInput, "The script block of -Number gave nothing for this input.", "Correct the script block or the input.");
        }

        return Row is null
            ? new ChataloException(ErrorKind.InvalidInput, "No number is given.", "Give -Number, or pipe in numbers or a list with a column Number.")
            : _numbers!.TryRead(Row, out _)
                ? new ChataloException(ErrorKind.InvalidInput, "The input's number is empty.", "Correct the row, or name another column with -Number { $_.Column }.")
                : new ChataloException(
                    ErrorKind.InvalidInput,
                    InputColumn.NoNumberIn(Row),
                    "Name the column WhatsApp, Mobile, Phone or No HP (about_Chatalo_Lists has the words that are known), or give -Number { $_.Column }.");
    }
}
