using System.Globalization;
using System.Management.Automation;
using Chatalo.Binding;
using Chatalo.Client;

namespace Chatalo.Commands;

/// <summary>Waits until a device is linked with WhatsApp, and shows it.</summary>
[Cmdlet(VerbsLifecycle.Wait, "ChataloDevice")]
[OutputType(typeof(Device))]
public sealed class WaitChataloDeviceCommand : DeviceStateCommand
{
    /// <summary>How long to wait, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    [InvariantArgument(typeof(int))]
    public int TimeoutSec { get; set; } = 180;

    /// <inheritdoc />
    protected override void Process()
    {
        var id = ResolveDevice();
        var name = ReadDevice() ?? id;
        var linked = Await(new DeviceWatch(Client).WaitAsync(id, TimeSpan.FromSeconds(TimeoutSec), Context));
        WriteObject(linked ?? throw new ChataloException(
            ErrorKind.TimedOut,
            string.Format(CultureInfo.InvariantCulture, "The device {0} was not linked within {1} s.", name, TimeoutSec),
            "Scan its code with Connect-ChataloDevice -Wait, or wait longer with -TimeoutSec."));
    }
}
