using System.Management.Automation;
using Chatalo.Binding;
using Chatalo.Completion;

namespace Chatalo.Commands;

/// <summary>A cmdlet about the state of a device, which stands first on its command line.</summary>
public abstract class DeviceStateCommand : DeviceCommand
{
    /// <inheritdoc />
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("DeviceId")]
    [DeviceArgument]
    [ArgumentCompleter(typeof(DeviceCompleter))]
    [AllowNull]
    [AllowEmptyString]
    public override string? Device { get; set; }
}
