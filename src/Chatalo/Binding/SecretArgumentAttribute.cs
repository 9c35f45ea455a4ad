using System.Management.Automation;
using System.Net;
using System.Security;

namespace Chatalo.Binding;

/// <summary>Lets a secret be given as a SecureString or, as scripts and variables hold it, as plain text.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class SecretArgumentAttribute : ArgumentTransformationAttribute
{
    private static readonly object NoSecret = new();

    /// <inheritdoc />
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
        => (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
        {
            string text => new NetworkCredential("", text).SecurePassword,
            SecureString secure => secure,
            null => throw new ArgumentTransformationMetadataException("The secret key is empty. Give a SecureString or a string."),
            // It is piped in and has both keys. To throw here would end the binding of all its parameters; what cannot be converted ends that of this one.
            var both when both is PSCredential || PSObject.AsPSObject(inputData!).Properties["PublicKey"] is not null => NoSecret,
            // The engine's own message would show the value.
            var other => throw new ArgumentTransformationMetadataException($"The secret key is a {other.GetType().Name}. Give a SecureString or a string."),
        };
}
