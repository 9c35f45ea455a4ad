using System.Management.Automation;
using Chatalo.Binding;
using Chatalo.Completion;

namespace Chatalo.Commands;

/// <summary>A cmdlet about the state of a device, which stands first on its command line.</summary>
public abstract class DeviceStateCommand : DeviceCommand
{
    /// <inheritdoc />
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("DeviceId")]
    [TypedArgument]
    [ArgumentCompleter(typeof(DeviceCompleter))]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public override object? Device { get; set; }
}
