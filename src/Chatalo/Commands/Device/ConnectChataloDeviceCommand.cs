using System.Management.Automation;
using Chatalo.Binding;
using Chatalo.Client;
using Chatalo.Files;
using Chatalo.Text;

namespace Chatalo.Commands;

/// <summary>
/// Shows the code that links a device with WhatsApp: scan it with the phone under Linked devices. With -Wait it is renewed as it expires,
/// and the device is shown once it is linked.
/// </summary>
[Cmdlet(VerbsCommunications.Connect, "ChataloDevice", DefaultParameterSetName = ShowSet, SupportsShouldProcess = true)]
[OutputType(typeof(QrCode), ParameterSetName = [ShowSet])]
[OutputType(typeof(Device), ParameterSetName = [WaitSet])]
public sealed class ConnectChataloDeviceCommand : DeviceActionCommand
{
    private const string ShowSet = "Show";
    private const string WaitSet = "Wait";

    // So that the countdown beside it is not cut.
    private const int LongestName = 20;

    /// <summary>Saves the code as this file too: .svg, or .png for every other name. With -Wait it is replaced with each new code.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? OutFile { get; set; }

    /// <summary>Replaces a file that is there already.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Waits until the device is linked, renewing the code as it expires: at most six.</summary>
    [Parameter(Mandatory = true, ParameterSetName = WaitSet)]
    public SwitchParameter Wait { get; set; }

    /// <summary>How long to wait, in seconds.</summary>
    [Parameter(ParameterSetName = WaitSet)]
    [ValidateRange(1, 3600)]
    [InvariantArgument(typeof(int))]
    public int TimeoutSec { get; set; } = 180;

    private protected override void Act(DeviceApi api, string id)
    {
        if (!ShouldProcess(DeviceName, "Link device with WhatsApp"))
        {
            return;
        }

        ActiveSession.Devices.Forget();
        if (!Wait)
        {
            var code = Ask(api, id);
            Save(code, Force);
            WriteObject(code);
            return;
        }

        using var display = new CodeDisplay(Host, DisplayText.Line(DeviceName, LongestName), WriteWarning, WriteProgress)
        {
            IsPlain = Views.Style.IsPlain(GetVariableValue("PSStyle")),
            IsTalkative = Context.Observer is not null,
            IsSaved = OutFile is not null,
        };
        var onboarding = new DeviceOnboarding(TimeSpan.FromSeconds(TimeoutSec), DisplayText.Line(DeviceName), TimeProvider.System)
        {
            IsLinked = () => Await(api.IsAuthenticatedAsync(id, Context)),
            AskForCode = () => Ask(api, id),
            Show = (code, number) =>
            {
                // The command made the first file itself; only that one needs leave.
                Save(code, Force || number > 1);
                display.Show(code, number);
            },
            Pause = wait => Await(Task.Delay(wait, StopToken)),
            Count = display.Count,
        };
        try
        {
            onboarding.Run();
        }
        finally
        {
            display.End();
        }

        ActiveSession.Devices.Forget();
        WriteObject(Await(api.GetAsync(id, Context)));
    }

    private QrCode Ask(DeviceApi api, string id)
    {
        var (picture, expiresAt, rest) = Await(api.ConnectAsync(id, Context));
        if (string.IsNullOrEmpty(picture))
        {
            throw new ChataloException(
                ErrorKind.UnexpectedAnswer, $"The gateway gave no code for the device {DeviceName}.", "It may be linked already: Test-ChataloDevice tells.");
        }

        var name = ActiveSession.Devices.Remembered().FirstOrDefault(d => d.Id == id)?.Name;
        var code = new QrCode(id, name, expiresAt, picture) { Rest = rest };
        if (!code.IsReadable)
        {
            WriteWarning($"The gateway's picture for the device {DeviceName} cannot be drawn: {code.Reason} Save it with -OutFile.");
        }

        return code;
    }

    private void Save(QrCode code, bool force)
    {
        if (OutFile is not null)
        {
            Await(QrFile.WriteAsync(code, ResolvePath(OutFile), force));
        }
    }
}
