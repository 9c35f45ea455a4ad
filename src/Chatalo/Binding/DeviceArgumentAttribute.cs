using System.Management.Automation;

namespace Chatalo.Binding;

/// <summary>Lets a device be given as its id, its name, or the device object itself.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class DeviceArgumentAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc />
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value switch
        {
            Device device => device.Id,
            // A device that went through JSON, CliXml or Select-Object is still a device.
            PSCustomObject => ((PSObject)inputData!).Properties["DeviceId"]?.Value ?? ((PSObject)inputData!).Properties["Id"]?.Value ?? inputData,
            _ => inputData,
        };
    }
}
