using System.Globalization;
using System.Text;
using System.Text.Json;
using Chatalo.Text;

namespace Chatalo.Json;

/// <summary>
/// An answer's body: <c>{data, meta}</c> as documented, Laravel's <c>{message, errors}</c>, or no JSON at all.
/// Dispose it when what was read from it is no longer an element.
/// </summary>
internal sealed class ResponseEnvelope : IDisposable
{
    private const int ShownCharacters = 120;
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64, AllowTrailingCommas = true };

    private readonly JsonDocument? _document;
    private readonly byte[] _bytes;

    private ResponseEnvelope(byte[] bytes, JsonDocument? document)
    {
        _bytes = bytes;
        _document = document;
    }

    /// <summary>Whether the body is a JSON object.</summary>
    public bool IsJson => _document?.RootElement.ValueKind == JsonValueKind.Object;

    /// <summary>What the gateway said, from <c>meta.message</c> or Laravel's <c>message</c>, on one line.</summary>
    public string? Message => OneLine(Meta.Text("message") is { Length: > 0 } text && text != "OK" ? text : Root.Text("message") ?? Meta.Text("message"));

    /// <summary>Laravel's field errors.</summary>
    public IReadOnlyDictionary<string, string[]> FieldErrors
    {
        get
        {
            var result = new Dictionary<string, string[]>(StringComparer.Ordinal);
            foreach (var error in Root.Object("errors").Except() ?? new Dictionary<string, object?>())
            {
                result[error.Key] = error.Value is object?[] several
                    ? several.Select(e => OneLine(Convert.ToString(e, CultureInfo.InvariantCulture)) ?? "").ToArray()
                    : [OneLine(Convert.ToString(error.Value, CultureInfo.InvariantCulture)) ?? ""];
            }

            return result;
        }
    }

    /// <summary>Where this page stands; null when the answer does not say.</summary>
    public Pagination? Pagination
    {
        get
        {
            var fields = Meta.Object("pagination");
            return fields.Count("current_page") is { } current && fields.Count("last_page") is { } last
                ? new Pagination(current, last, fields.Count("limit") ?? fields.Count("per_page"), fields.Integer("total"))
                : null;
        }
    }

    private JsonFields Root => _document is null ? default : new JsonFields(_document.RootElement);

    private JsonFields Meta => Root.Object("meta");

    public static ResponseEnvelope Parse(byte[] bytes)
    {
        try
        {
            return new ResponseEnvelope(bytes, JsonDocument.Parse(JsonEncoding.Mend(bytes), Options));
        }
        catch (JsonException)
        {
            return new ResponseEnvelope(bytes, null);
        }
    }

    /// <summary>The status to act on: the gateway's <c>meta.code</c> speaks where HTTP says that all is well.</summary>
    public int EffectiveStatus(int status)
        => status is >= 200 and < 300 && Meta.Integer("code") is >= 300 and < 600 and { } code ? (int)code : status;

    /// <summary>Reads <c>data</c> as one object; PHP's <c>[]</c> counts as an object without fields.</summary>
    public bool TryReadObject(out JsonFields fields)
    {
        fields = default;
        if (!IsJson || !_document!.RootElement.TryGetProperty("data", out var data) || data.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
        {
            return false;
        }

        fields = new JsonFields(data);
        return true;
    }

    /// <summary>Reads <c>data</c> as a list; an object with numeric keys, as PHP makes of a filtered array, counts as one.</summary>
    public bool TryReadList<T>(Func<JsonFields, T> read, out IReadOnlyList<T> items)
    {
        items = [];
        if (!IsJson || !_document!.RootElement.TryGetProperty("data", out var data))
        {
            return false;
        }

        switch (data.ValueKind)
        {
            case JsonValueKind.Array:
                items = JsonFields.ReadAll(data, read);
                return true;
            case JsonValueKind.Object when data.EnumerateObject().All(p => p.Value.ValueKind == JsonValueKind.Object && p.Name.All(char.IsDigit)):
                items = data.EnumerateObject().Select(p => read(new JsonFields(p.Value))).ToList();
                return true;
            case JsonValueKind.Null:
                return true;
            default:
                return false;
        }
    }

    /// <summary>A few words for an error message on a body that cannot be read.</summary>
    public string Describe()
    {
        if (_bytes.Length == 0)
        {
            return "an empty body";
        }

        var text = OneLine(Encoding.UTF8.GetString(_bytes, 0, Math.Min(_bytes.Length, 4 * ShownCharacters)))!;
        return IsJson ? "JSON: " + text : text.StartsWith("<", StringComparison.Ordinal) ? "HTML instead of JSON" : "no JSON: " + text;
    }

    public void Dispose() => _document?.Dispose();

    private static string? OneLine(string? text) => text is null ? null : DisplayText.Line(text, 2 * ShownCharacters);
}
