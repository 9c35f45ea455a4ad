using System.Text.Json;

namespace Chatalo.Json;

/// <summary>Plain .NET values for JSON whose shape nobody documented. The document was parsed from bytes that <see cref="JsonEncoding"/> mended.</summary>
internal static class JsonValues
{
    // Deeper than anything the gateway sends; what is below is kept as text.
    private const int MaximumDepth = 16;

    public static object? ToObject(JsonElement value, int depth = 0) => value.ValueKind switch
    {
        JsonValueKind.Object or JsonValueKind.Array when depth >= MaximumDepth => value.GetRawText(),
        JsonValueKind.Object => ToDictionary(value, depth),
        JsonValueKind.Array => value.EnumerateArray().Select(item => ToObject(item, depth + 1)).ToArray(),
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.TryGetInt64(out var integer) ? integer : value.TryGetDouble(out var number) ? number : value.GetRawText(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private static JsonObject ToDictionary(JsonElement value, int depth)
    {
        var result = new JsonObject();
        foreach (var property in value.EnumerateObject())
        {
            result[property.Name] = ToObject(property.Value, depth + 1);
        }

        return result;
    }
}
