using System.Management.Automation;

namespace Chatalo.Binding;

/// <summary>Lets a device be given as its id, its name, or the device object itself.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class DeviceArgumentAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc />
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => IdOf(inputData);

    /// <summary>The id of a device object; everything else as it is.</summary>
    internal static object? IdOf(object? given)
    {
        var value = given is PSObject wrapped ? wrapped.BaseObject : given;
        return value switch
        {
            Device device => device.Id,
            DBNull => null,
            // A device that went through JSON, CliXml or Select-Object is still a device.
            PSCustomObject => Commands.InputColumn.TryRead((PSObject)given!, ["DeviceId", "Id"], out var id) ? id : given,
            _ => given,
        };
    }
}
