using System.Management.Automation;

namespace Chatalo.Binding;

/// <summary>
/// Keeps an object that is no credential from becoming one: PSCredential has a constructor of which the engine would make an empty
/// credential out of any custom object that is piped in, before it looks at the object's own PublicKey and SecretKey.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class CredentialArgumentAttribute : ArgumentTransformationAttribute
{
    private static readonly object NoCredential = new();

    /// <inheritdoc />
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
        // To throw here would end the binding of all parameters; what cannot be converted ends that of this one.
        => inputData is PSObject { BaseObject: PSCustomObject } ? NoCredential : inputData;
}
