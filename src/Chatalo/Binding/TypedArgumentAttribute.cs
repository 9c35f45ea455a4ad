using System.Management.Automation;

namespace Chatalo.Binding;

/// <summary>Keeps what is typed without quotes as it was typed, such as the code 012345. What is piped in, and everything that is not a number, stays as it is.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class TypedArgumentAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc />
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => NumberArgumentAttribute.AsTyped(inputData);
}
