using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Chatalo.Json;

/// <summary>Writes plain .NET values as JSON: dictionaries, lists, texts, numbers, booleans, times. What is deeper than any event is written as its text.</summary>
internal static class ObjectJson
{
    private const int MaximumDepth = 32;
    private const int MaximumBytes = 16 * 1024 * 1024;
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="ChataloException">The value holds itself, or is larger than any event.</exception>
    public static string Write(object? value)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            Write(json, value, 0);
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static void Write(Utf8JsonWriter json, object? value, int depth)
    {
        if (json.BytesPending + json.BytesCommitted > MaximumBytes)
        {
            throw new ChataloException(ErrorKind.InvalidInput, "The object is larger than any event of a webhook.");
        }

        switch (value)
        {
            case IDictionary dictionary when depth < MaximumDepth:
                WriteObject(json, dictionary, depth);
                break;
            case IEnumerable list and not string when depth < MaximumDepth:
                WriteArray(json, list, depth);
                break;
            default:
                WriteScalar(json, value);
                break;
        }
    }

    private static void WriteObject(Utf8JsonWriter json, IDictionary dictionary, int depth)
    {
        json.WriteStartObject();
        foreach (DictionaryEntry entry in dictionary)
        {
            json.WritePropertyName(Clean(Convert.ToString(entry.Key, CultureInfo.InvariantCulture)));
            Write(json, entry.Value, depth + 1);
        }

        json.WriteEndObject();
    }

    private static void WriteArray(Utf8JsonWriter json, IEnumerable list, int depth)
    {
        json.WriteStartArray();
        foreach (var item in list)
        {
            Write(json, item, depth + 1);
        }

        json.WriteEndArray();
    }

    private static void WriteScalar(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case double number when !double.IsNaN(number) && !double.IsInfinity(number):
                json.WriteNumberValue(number);
                break;
            case float number when !float.IsNaN(number) && !float.IsInfinity(number):
                json.WriteNumberValue(number);
                break;
            case sbyte or byte or short or ushort or int or uint or long:
                json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case ulong number:
                json.WriteNumberValue(number);
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            case DateTime or DateTimeOffset:
                // ConvertFrom-Json makes times of texts that look like one; this is how they looked.
                json.WriteStringValue(((IFormattable)value).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture));
                break;
            default:
                json.WriteStringValue(Clean(Convert.ToString(value, CultureInfo.InvariantCulture)));
                break;
        }
    }

    // The writer refuses half a surrogate pair; a replacement character stands for it.
    private static string Clean(string? text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text ?? ""));
}
