using System.Management.Automation;
using Chatalo.Binding;
using Chatalo.Client;

namespace Chatalo.Commands;

/// <summary>Checks a one-time password. A wrong one is a result, not an error.</summary>
[Cmdlet(VerbsLifecycle.Confirm, "ChataloOtp")]
[OutputType(typeof(OtpConfirmation), typeof(bool))]
public sealed class ConfirmChataloOtpCommand : SessionCommand
{
    private bool _idIsGiven;
    private bool _codeIsGiven;

    /// <summary>
    /// The id that Send-ChataloOtp gave. From the pipeline come what it gave, rows with a column RequestId, and where -Code is given the id itself.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [TypedArgument]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public object? RequestId { get; set; }

    /// <summary>The code that the person typed. From the pipeline come rows with a column Code or OtpCode, and where -RequestId is given the code itself.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [Alias("OtpCode")]
    [TypedArgument]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public object? Code { get; set; }

    /// <summary>Gives only true or false.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc />
    protected override object? ErrorTarget => RequestId;

    /// <inheritdoc />
    protected override void Begin()
    {
        base.Begin();
        _idIsGiven = MyInvocation.BoundParameters.ContainsKey(nameof(RequestId));
        _codeIsGiven = MyInvocation.BoundParameters.ContainsKey(nameof(Code));
    }

    /// <inheritdoc />
    protected override void Process()
    {
        var id = GatewayId.Check(Read(RequestId, _idIsGiven, _codeIsGiven, ["RequestId"], "request id"), "request id");
        var code = Read(Code, _codeIsGiven, _idIsGiven, ["Code", "OtpCode"], "code");
        var answer = Await(new OtpApi(Client).ConfirmAsync(id, code.Trim(), Context));
        WriteObject(Quiet ? answer.IsValid : answer);
    }

    // A text alone can be one of the two only where the command line has the other.
    private static string Read(object? bound, bool isGiven, bool otherIsGiven, string[] columns, string what)
    {
        var row = isGiven ? null : PipedInput.Row(bound);
        var text = isGiven || (otherIsGiven && row is not null && PipedInput.IsPlain(row)) ? InputValue.Text(bound, what) : PipedInput.Cell(row, columns, what);
        return string.IsNullOrWhiteSpace(text)
            ? throw new ChataloException(ErrorKind.InvalidInput, $"The input has no {what}.", "Pipe in what Send-ChataloOtp gave and give -Code, or rows with RequestId and Code.")
            : text!;
    }
}
