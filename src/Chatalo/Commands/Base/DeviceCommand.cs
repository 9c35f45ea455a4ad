using System.Management.Automation;
using Chatalo.Binding;
using Chatalo.Completion;

namespace Chatalo.Commands;

/// <summary>A cmdlet that works through a device.</summary>
public abstract class DeviceCommand : SessionCommand
{
    private DeviceChoice? _choice;

    /// <summary>The device: its id, its name, or a device object. By default, and where it is empty, the session's device.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("DeviceId")]
    [DeviceArgument]
    [ArgumentCompleter(typeof(DeviceCompleter))]
    [AllowNull]
    [AllowEmptyString]
    public virtual string? Device { get; set; }

    /// <inheritdoc />
    protected override object? ErrorTarget => Device;

    /// <summary>The id of the device to use for the current input.</summary>
    private protected string ResolveDevice() => (_choice ??= new DeviceChoice(ActiveSession, Context, Await)).Resolve(Device);
}
