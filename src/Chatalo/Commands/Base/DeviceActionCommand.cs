using System.Management.Automation;
using Chatalo.Binding;
using Chatalo.Client;
using Chatalo.Completion;

namespace Chatalo.Commands;

/// <summary>A cmdlet that does something with one or more named devices; never with the session's by default.</summary>
public abstract class DeviceActionCommand : SessionCommand
{
    /// <summary>The device: its id, its name, or a device object.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("DeviceId")]
    [DeviceArgument]
    [ArgumentCompleter(typeof(DeviceCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Device { get; set; }

    /// <inheritdoc />
    protected override object? ErrorTarget => Device;

    /// <inheritdoc />
    protected sealed override void Process()
        => Act(new DeviceApi(Client), Await(ActiveSession.Devices.ResolveAsync(Device!, Client, Context)));

    /// <summary>Does it, with the device's id.</summary>
    private protected abstract void Act(DeviceApi api, string id);
}
