using System.Management.Automation;
using Chatalo.Binding;
using Chatalo.Client;
using Chatalo.Completion;

namespace Chatalo.Commands;

/// <summary>A cmdlet that does something with one or more named devices; never with the session's by default.</summary>
public abstract class DeviceActionCommand : SessionCommand
{
    private const string Remedy = "Give -Device, or pipe in names, or what Get-ChataloDevice gives.";

    // Not every object that has a device: nobody who pipes in messages or groups wants their device deleted.
    private static readonly Type[] Devices = [typeof(Device), typeof(QrCode)];

    private bool _isGiven;

    /// <summary>The device: its id, its name, or a device object. From the pipeline it is taken of names and of devices only.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("DeviceId")]
    [TypedArgument]
    [ArgumentCompleter(typeof(DeviceCompleter))]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public object? Device { get; set; }

    /// <inheritdoc />
    protected override object? ErrorTarget => DeviceName ?? Device;

    /// <summary>What the current input calls the device: its id or its name.</summary>
    private protected string? DeviceName { get; private set; }

    /// <inheritdoc />
    protected override void Begin()
    {
        base.Begin();
        _isGiven = MyInvocation.BoundParameters.ContainsKey(nameof(Device));
    }

    /// <inheritdoc />
    protected sealed override void Process()
    {
        DeviceName = null;
        var name = _isGiven ? DeviceChoice.NameOf(Device, isGiven: true, input: null) : DeviceCommand.NameOf(Device, Devices, Remedy);
        if (string.IsNullOrWhiteSpace(name))
        {
            throw new ChataloException(ErrorKind.InvalidInput, "The device is empty.", Remedy);
        }

        DeviceName = name!.Trim();
        Act(new DeviceApi(Client), Await(ActiveSession.Devices.ResolveAsync(DeviceName, Client, Context)));
    }

    /// <summary>Does it, with the device's id.</summary>
    private protected abstract void Act(DeviceApi api, string id);
}
