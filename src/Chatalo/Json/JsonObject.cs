namespace Chatalo.Json;

/// <summary>A JSON object whose fields nobody documented. Where it has to be one text, as in a column of Export-Csv, it is JSON.</summary>
internal sealed class JsonObject() : Dictionary<string, object?>(StringComparer.Ordinal)
{
    /// <inheritdoc />
    public override string ToString() => ObjectJson.Write(this);
}
