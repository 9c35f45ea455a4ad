using System.Management.Automation;
using Chatalo.Client;

namespace Chatalo.Commands;

/// <summary>Checks a one-time password. A wrong one is a result, not an error.</summary>
[Cmdlet(VerbsLifecycle.Confirm, "ChataloOtp")]
[OutputType(typeof(OtpConfirmation), typeof(bool))]
public sealed class ConfirmChataloOtpCommand : SessionCommand
{
    /// <summary>The id that Send-ChataloOtp gave.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? RequestId { get; set; }

    /// <summary>The code that the person typed.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("OtpCode")]
    [ValidateNotNullOrEmpty]
    public string? Code { get; set; }

    /// <summary>Gives only true or false.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc />
    protected override object? ErrorTarget => RequestId;

    /// <inheritdoc />
    protected override void Process()
    {
        var id = GatewayId.Check(RequestId, "request id");
        var answer = Await(new OtpApi(Client).ConfirmAsync(id, Code!.Trim(), Context));
        WriteObject(Quiet ? answer.IsValid : answer);
    }
}
