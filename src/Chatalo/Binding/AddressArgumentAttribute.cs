using System.Management.Automation;

namespace Chatalo.Binding;

/// <summary>
/// Reads an address. What cannot be one is given to the cmdlet as an empty or a relative address, which it refuses in words of its own: the engine's error would
/// show it whole, with its password.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class AddressArgumentAttribute : ArgumentTransformationAttribute
{
    // A user and a password are in it, and nothing else is known: the cmdlets refuse such an address before they show any.
    private static readonly Uri WithUser = new("@", UriKind.Relative);

    /// <inheritdoc />
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
        => (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is string text ? Read(text) : inputData;

    private static Uri Read(string text)
        => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out var address) ? address
            : text.IndexOf('@') >= 0 ? WithUser
            : new Uri(Uri.EscapeDataString(text), UriKind.Relative);
}
