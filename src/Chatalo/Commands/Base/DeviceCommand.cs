using System.Management.Automation;
using Chatalo.Binding;
using Chatalo.Completion;

namespace Chatalo.Commands;

/// <summary>A cmdlet that works through a device.</summary>
public abstract class DeviceCommand : SessionCommand
{
    private const string Remedy = "Pipe in objects of this module, or name the device with -Device, for each input with ForEach-Object.";

    internal static readonly Type[] WithDevice =
    [
        typeof(Device), typeof(Group), typeof(GroupMember), typeof(Contact), typeof(ContactPicture), typeof(NumberCheck), typeof(IncomingMessage), typeof(SendResult),
        typeof(Delivery), typeof(OtpRequest), typeof(QrCode),
    ];

    private DeviceChoice? _choice;
    private bool _isGiven;

    /// <summary>
    /// The device: its id, its name, or a device object. From the pipeline it is taken of objects of this module only. By default, and where it is empty,
    /// the session's device.
    /// </summary>
    [Parameter(ValueFromPipeline = true)]
    [Alias("DeviceId")]
    [TypedArgument]
    [ArgumentCompleter(typeof(DeviceCompleter))]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public virtual object? Device { get; set; }

    /// <inheritdoc />
    protected override object? ErrorTarget => Device;

    /// <summary>Whether a text that is piped in is the device's name; else it is something else of the cmdlet's.</summary>
    private protected virtual bool TakesDeviceNames => true;

    /// <inheritdoc />
    protected override void Begin()
    {
        base.Begin();
        _isGiven = MyInvocation.BoundParameters.ContainsKey(nameof(Device));
    }

    /// <summary>What is written about the device for the current input; null for the session's device.</summary>
    /// <exception cref="ChataloException">It cannot be read.</exception>
    private protected virtual string? ReadDevice()
        => _isGiven ? DeviceChoice.NameOf(Device, isGiven: true, input: null)
            : PipedInput.Row(Device) is { } row && PipedInput.IsPlain(row) && !TakesDeviceNames ? null
            : NameOf(Device, WithDevice, Remedy);

    /// <summary>The id of the device to use for the current input.</summary>
    private protected string ResolveDevice() => (_choice ??= new DeviceChoice(ActiveSession, Context, Await)).Resolve(ReadDevice());

    /// <summary>Whether the command line names the device.</summary>
    private protected bool DeviceIsGiven => _isGiven;

    /// <summary>The device of a piped object of the module; null where it has none.</summary>
    internal static string? NameOf(object? piped, IReadOnlyList<Type> types, string remedy)
        => PipedInput.OwnText(piped, types, PipedInput.Row(piped) is { } row && OwnObject.IsOne(row, [typeof(Device)]) ? ["DeviceId", "Id"] : ["DeviceId"], "device", remedy);
}
