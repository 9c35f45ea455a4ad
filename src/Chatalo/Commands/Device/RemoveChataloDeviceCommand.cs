using System.Management.Automation;
using Chatalo.Client;

namespace Chatalo.Commands;

/// <summary>Deletes a device for good.</summary>
[Cmdlet(VerbsCommon.Remove, "ChataloDevice", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveChataloDeviceCommand : DeviceActionCommand
{
    private protected override void Act(DeviceApi api, string id)
    {
        if (ShouldProcess(DeviceName, "Delete device for good"))
        {
            var deleted = Await(api.DeleteAsync(id, Context));
            ActiveSession.Devices.Forget();
            if (!deleted)
            {
                throw new ChataloException(ErrorKind.InvalidInput, $"The gateway did not delete the device {DeviceName} (is_deleted is false).");
            }
        }
    }
}
