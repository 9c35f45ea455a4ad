using System.Management.Automation;
using Chatalo.Client;

namespace Chatalo.Commands;

/// <summary>Unlinks a device from WhatsApp; its code must be scanned again before it can be used.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "ChataloDevice", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class DisconnectChataloDeviceCommand : DeviceActionCommand
{
    private protected override void Act(DeviceApi api, string id)
    {
        if (ShouldProcess(DeviceName, "Unlink device from WhatsApp"))
        {
            var disconnected = Await(api.DisconnectAsync(id, Context));
            ActiveSession.Devices.Forget();
            if (!disconnected)
            {
                throw new ChataloException(ErrorKind.InvalidInput, $"The gateway did not unlink the device {DeviceName} (is_disconnected is false).");
            }
        }
    }
}
