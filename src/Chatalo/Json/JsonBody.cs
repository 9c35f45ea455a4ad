using System.Text.Encodings.Web;
using System.Text.Json;

namespace Chatalo.Json;

/// <summary>A request's body: a flat JSON object, in UTF-8.</summary>
internal sealed class JsonBody
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly MemoryStream _bytes = new(256);
    private readonly Utf8JsonWriter _writer;

    public JsonBody()
    {
        _writer = new Utf8JsonWriter(_bytes, Options);
        _writer.WriteStartObject();
    }

    public JsonBody Add(string name, string value)
    {
        _writer.WriteString(name, value);
        return this;
    }

    public JsonBody Add(string name, int value)
    {
        _writer.WriteNumber(name, value);
        return this;
    }

    /// <summary>Leaves the field out when there is no value.</summary>
    public JsonBody AddIfSet(string name, string? value) => value is null ? this : Add(name, value);

    /// <summary>Ends the object; nothing can be added after.</summary>
    public byte[] ToBytes()
    {
        _writer.WriteEndObject();
        _writer.Dispose();
        return _bytes.ToArray();
    }
}
