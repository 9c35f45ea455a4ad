using System.Text.Json;

namespace Chatalo.Json;

/// <summary>Plain .NET values for JSON whose shape nobody documented.</summary>
internal static class JsonValues
{
    // Deeper than anything the gateway sends; what is below is kept as text.
    private const int MaximumDepth = 16;

    public static object? ToObject(JsonElement value, int depth = 0) => value.ValueKind switch
    {
        JsonValueKind.Object or JsonValueKind.Array when depth >= MaximumDepth => value.GetRawText(),
        JsonValueKind.Object => ToDictionary(value, depth),
        JsonValueKind.Array => value.EnumerateArray().Select(item => ToObject(item, depth + 1)).ToArray(),
        JsonValueKind.String => Text(value),
        JsonValueKind.Number => value.TryGetInt64(out var integer) ? integer : value.TryGetDouble(out var number) ? number : value.GetRawText(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    /// <summary>The string; where it holds half a surrogate pair or bad UTF-8, which the reader refuses, its raw JSON text.</summary>
    public static string? Text(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return value.GetRawText().Trim('"');
        }
    }

    /// <summary>The field's name; where it holds half a surrogate pair, as it is escaped in the JSON text.</summary>
    public static string Name(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            // The property's own text is "name": value.
            var text = property.ToString();
            return text.Substring(1, Math.Max(text.IndexOf("\":", StringComparison.Ordinal) - 1, 0));
        }
    }

    private static Dictionary<string, object?> ToDictionary(JsonElement value, int depth)
    {
        var result = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var property in value.EnumerateObject())
        {
            result[Name(property)] = ToObject(property.Value, depth + 1);
        }

        return result;
    }
}
