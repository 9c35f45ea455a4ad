using System.Globalization;
using System.Text.Json;

namespace Chatalo.Json;

/// <summary>
/// The fields of a JSON object, read as PHP writes them: numbers may come as strings, booleans as 1 and 0,
/// an empty object as <c>[]</c>. A field that is missing or of another kind is null, never an exception.
/// </summary>
internal readonly struct JsonFields
{
    private readonly JsonElement _element;

    public JsonFields(JsonElement element) => _element = element;

    /// <summary>Whether there is an object at all, be it PHP's empty one.</summary>
    public bool IsObject => _element.ValueKind == JsonValueKind.Object;

    public bool Has(string name) => TryGet(name, out _);

    public string? Text(string name) => TryGet(name, out var value) ? Scalar(value) : null;

    /// <summary>Whether the field is a JSON boolean, and not a word or a number that means one.</summary>
    public bool IsBool(string name) => TryGet(name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False;

    public bool? Bool(string name) => TryGet(name, out var value) ? ToBool(value) : null;

    /// <summary>The whole number; PHP writes <c>27.0</c> where one came out of a division.</summary>
    public long? Integer(string name)
        => Text(name) is { Length: > 0 and < 30 } text && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number is >= long.MinValue and <= long.MaxValue && decimal.Truncate(number) == number ? (long)number : null;

    /// <summary>The whole number, where it is small enough to count things.</summary>
    public int? Count(string name) => Integer(name) is >= 0 and <= int.MaxValue and { } number ? (int)number : null;

    public double? Number(string name)
        => Text(name) is { } text && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The object in the field; without fields when it is missing, null or PHP's <c>[]</c>.</summary>
    public JsonFields Object(string name) => TryGet(name, out var value) && value.ValueKind == JsonValueKind.Object ? new JsonFields(value) : default;

    /// <summary>The objects in the field, or null when it holds no array.</summary>
    public IReadOnlyList<T>? Objects<T>(string name, Func<JsonFields, T> read)
        => TryGet(name, out var value) && value.ValueKind == JsonValueKind.Array ? ReadAll(value, read) : null;

    /// <summary>The fields that are not among the known ones, as plain .NET values, in their order; null when there are none.</summary>
    public IReadOnlyDictionary<string, object?>? Except(params string[] known)
    {
        if (!IsObject)
        {
            return null;
        }

        JsonObject? rest = null;
        foreach (var property in _element.EnumerateObject())
        {
            if (Array.IndexOf(known, property.Name) < 0)
            {
                (rest ??= new JsonObject())[property.Name] = JsonValues.ToObject(property.Value);
            }
        }

        return rest;
    }

    internal static IReadOnlyList<T> ReadAll<T>(JsonElement array, Func<JsonFields, T> read)
    {
        var items = new List<T>(array.GetArrayLength());
        foreach (var element in array.EnumerateArray())
        {
            if (element.ValueKind == JsonValueKind.Object)
            {
                items.Add(read(new JsonFields(element)));
            }
        }

        return items;
    }

    private static string? Scalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    private static bool? ToBool(JsonElement value) => Scalar(value)?.ToLowerInvariant() switch
    {
        "true" or "1" or "yes" => true,
        "false" or "0" or "no" or "" => false,
        _ => null,
    };

    private bool TryGet(string name, out JsonElement value)
    {
        value = default;
        return IsObject && _element.TryGetProperty(name, out value);
    }
}
