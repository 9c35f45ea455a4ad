namespace Chatalo;

/// <summary>What all answers of the gateway have in common.</summary>
public abstract class GatewayObject : IExtended
{
    internal static readonly IReadOnlyDictionary<string, object?> None = new Dictionary<string, object?>();

    private readonly IReadOnlyDictionary<string, object?>? _additional;

    /// <summary>
    /// Fields that the gateway sent and this version of the module does not know, by their JSON names. PowerShell shows them as a property
    /// AdditionalProperties, which an object without such fields does not have.
    /// </summary>
    internal IReadOnlyDictionary<string, object?> AdditionalProperties
    {
        get => _additional ?? None;
        init => _additional = value;
    }

    internal IReadOnlyDictionary<string, object?>? Rest
    {
        init => _additional = value;
    }

    IEnumerable<KeyValuePair<string, object>> IExtended.Extensions => Extensions(_additional);

    IEnumerable<IExtended> IExtended.Parts => Parts;

    private protected virtual IEnumerable<IExtended> Parts => [];

    internal static IEnumerable<KeyValuePair<string, object>> Extensions(IReadOnlyDictionary<string, object?>? additional)
        => additional is { Count: > 0 } ? [new(nameof(AdditionalProperties), additional)] : [];
}
