using System.Management.Automation;
using Chatalo.Binding;
using Chatalo.Client;
using Chatalo.Contacts;

namespace Chatalo.Commands;

/// <summary>Sends a one-time password that the gateway makes and checks.</summary>
[Cmdlet(VerbsCommunications.Send, "ChataloOtp", SupportsShouldProcess = true)]
[OutputType(typeof(OtpRequest))]
public sealed class SendChataloOtpCommand : NumberCommand
{
    private const string Placeholder = "{otp_code}";

    /// <summary>The text; it must hold {otp_code}, where the gateway puts the password.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    public string Message { get; set; } = "Your code is {otp_code}";

    /// <summary>How long the password is good, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    [InvariantArgument(typeof(int))]
    public int TimeoutSec { get; set; } = 120;

    /// <summary>How often it may be tried.</summary>
    [Parameter]
    [ValidateRange(1, 100)]
    [InvariantArgument(typeof(int))]
    public int MaxAttempts { get; set; } = 5;

    /// <inheritdoc />
    protected override void Begin()
    {
        base.Begin();
        if (Message.IndexOf(Placeholder, StringComparison.Ordinal) < 0)
        {
            throw new ChataloException(
                ErrorKind.InvalidInput, "The text does not hold {otp_code}, so nobody would get the password.", "Put {otp_code} where the password is to stand.");
        }
    }

    private protected override void Process(string number)
    {
        var device = ResolveDevice();
        if (ShouldProcess(E164.Format(number), "Send one-time password"))
        {
            WriteObject(Await(new OtpApi(Client).SendAsync(device, number, Message, TimeoutSec, MaxAttempts, Context)));
        }
    }
}
