namespace Chatalo;

/// <summary>What all answers of the gateway have in common.</summary>
public abstract class GatewayObject
{
    internal static readonly IReadOnlyDictionary<string, object?> None = new Dictionary<string, object?>();

    private readonly IReadOnlyDictionary<string, object?>? _additional;

    /// <summary>Fields that the gateway sent and this version of the module does not know, by their JSON names.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties
    {
        get => _additional ?? None;
        init => _additional = value;
    }

    internal IReadOnlyDictionary<string, object?>? Rest
    {
        init => _additional = value;
    }
}
