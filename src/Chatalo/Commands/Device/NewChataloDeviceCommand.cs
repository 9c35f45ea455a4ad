using System.Management.Automation;
using System.Text.RegularExpressions;
using Chatalo.Binding;
using Chatalo.Client;
using Chatalo.Text;

namespace Chatalo.Commands;

/// <summary>Registers a device. Connect it to WhatsApp afterwards with Connect-ChataloDevice.</summary>
[Cmdlet(VerbsCommon.New, "ChataloDevice", SupportsShouldProcess = true)]
[OutputType(typeof(Device))]
public sealed class NewChataloDeviceCommand : SessionCommand
{
    private const string CodePattern = @"^\+?[1-9]\d{0,2}$";

    private HashSet<string> _given = [];
    private PSObject? _row;
    private string? _name;

    /// <summary>The display name. From the pipeline come rows with columns named like the parameters; one that the command line gives counts for all.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [TypedArgument]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public object? Name { get; set; }

    /// <summary>The account's number: international, or in the session's region, or national with -CountryCode.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [TypedArgument]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public object? Number { get; set; }

    /// <summary>The country code, such as 62; then -Number is without it.</summary>
    [Parameter]
    [ValidatePattern(CodePattern)]
    public string? CountryCode { get; set; }

    /// <summary>What to note about it.</summary>
    [Parameter]
    public string? Description { get; set; }

    /// <summary>Whether the API may use it.</summary>
    [Parameter]
    public bool ApiEnabled { get; set; } = true;

    /// <inheritdoc />
    protected override object? ErrorTarget => _name ?? (object?)_row ?? Name;

    /// <inheritdoc />
    protected override void Begin()
    {
        base.Begin();
        _given = [.. MyInvocation.BoundParameters.Keys];
    }

    /// <inheritdoc />
    protected override void Process()
    {
        _name = null;
        _row = IsPiped(nameof(Name)) ? PipedInput.Row(Name) : IsPiped(nameof(Number)) ? PipedInput.Row(Number) : null;
        _name = Required(nameof(Name), Name);
        var number = DeviceNumber.Split(Required(nameof(Number), Number), ReadCode(), ActiveSession);
        if (ShouldProcess($"{_name} (+{number.CountryCode} {number.Number})", "Register device"))
        {
            var details = new DeviceDetails(_name, Description ?? Cell(nameof(Description)), number.CountryCode, number.Number, ReadApiEnabled());
            var device = Await(new DeviceApi(Client).AddAsync(details, Context));
            ActiveSession.Devices.Forget();
            WriteObject(device);
        }
    }

    private bool IsPiped(string parameter) => MyInvocation.ExpectingInput && !_given.Contains(parameter);

    private string? Cell(string column) => PipedInput.Cell(_row, [column], column);

    private string Required(string parameter, object? value)
    {
        // A text alone is the one that the command line does not give.
        var isCell = IsPiped(parameter) && (_row is null || !PipedInput.IsPlain(_row) || !(_given.Contains(nameof(Name)) || _given.Contains(nameof(Number))));
        var text = isCell ? Cell(parameter) : InputValue.Text(value, parameter);
        return string.IsNullOrWhiteSpace(text)
            ? throw new ChataloException(ErrorKind.InvalidInput, $"The input has no {parameter}.", "Pipe in rows with the columns Name and Number, or give -Name and -Number.")
            : text!;
    }

    private string? ReadCode()
    {
        var code = CountryCode ?? Cell(nameof(CountryCode))?.Trim();
        return string.IsNullOrEmpty(code) ? null
            : Regex.IsMatch(code, CodePattern) ? code
            : throw new ChataloException(ErrorKind.InvalidInput, $"{DisplayText.Quote(code!)} is not a country code.", "Give one to three digits, such as 62.");
    }

    private bool ReadApiEnabled()
    {
        if (_given.Contains(nameof(ApiEnabled)) || Cell(nameof(ApiEnabled))?.Trim() is not { Length: > 0 } written)
        {
            return ApiEnabled;
        }

        return written.ToUpperInvariant() switch
        {
            "TRUE" or "1" => true,
            "FALSE" or "0" => false,
            _ => throw new ChataloException(ErrorKind.InvalidInput, $"{DisplayText.Quote(written)} does not say whether the API may use the device.", "Write true or false."),
        };
    }
}
