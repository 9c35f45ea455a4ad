using System.Management.Automation;
using Chatalo.Binding;
using Chatalo.Completion;

namespace Chatalo.Commands;

/// <summary>A cmdlet that works through a device.</summary>
public abstract class DeviceCommand : SessionCommand
{
    private (string Given, string Id)? _resolved;

    /// <summary>The device: its id, its name, or a device object. By default the session's device.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("DeviceId")]
    [DeviceArgument]
    [ArgumentCompleter(typeof(DeviceCompleter))]
    [ValidateNotNullOrEmpty]
    public virtual string? Device { get; set; }

    /// <inheritdoc />
    protected override object? ErrorTarget => Device;

    /// <summary>The id of the device to use for the current input.</summary>
    private protected string ResolveDevice()
    {
        var given = Device ?? ActiveSession.Device
            ?? throw new ChataloException(
                ErrorKind.InvalidInput, "No device is given, and the session has none.", "Give -Device an id, a name or a device, or run Connect-Chatalo -Device.");
        if (_resolved is not { } known || known.Given != given)
        {
            known = (given, Await(ActiveSession.Devices.ResolveAsync(given, Client, Context)));
            _resolved = known;
        }

        return known.Id;
    }
}
