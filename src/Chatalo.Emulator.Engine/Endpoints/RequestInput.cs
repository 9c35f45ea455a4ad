using System.Globalization;
using System.Text.Json;
using Chatalo.HttpServer;

namespace Chatalo.Emulator.Endpoints;

/// <summary>
/// The fields of a request, as Laravel sees them: those of the body and of the query in one, an empty text counts as none, a number is
/// as good as its text, and a body that is not a JSON object has no fields.
/// </summary>
internal sealed class RequestInput : IDisposable
{
    private readonly JsonDocument? _body;
    private readonly string _query;

    public RequestInput(HttpRequest request)
    {
        _query = request.Query;
        if (request.Body.IsEmpty)
        {
            return;
        }

        try
        {
            _body = JsonDocument.Parse(request.Body);
        }
        catch (JsonException)
        {
            // No fields: the answer will say which of them are required.
        }
    }

    public string? Text(string name)
    {
        if (_body?.RootElement is { ValueKind: JsonValueKind.Object } fields && fields.TryGetProperty(name, out var value))
        {
            return NullIfEmpty(value.ValueKind switch
            {
                JsonValueKind.String => TextOf(value),
                JsonValueKind.Number => value.GetRawText(),
                JsonValueKind.True => "1",
                JsonValueKind.False => "0",
                _ => null,
            });
        }

        return _query.Length == 0 ? null : NullIfEmpty(FromQuery(name));
    }

    public long? Integer(string name) =>
        long.TryParse(Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public void Dispose() => _body?.Dispose();

    private static string? TextOf(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, or bytes that are not UTF-8.
            return null;
        }
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private string? FromQuery(string name)
    {
        foreach (var pair in _query.Split('&'))
        {
            var equals = pair.IndexOf('=');
            if (equals > 0 && string.Equals(Decode(pair.Substring(0, equals)), name, StringComparison.Ordinal))
            {
                return Decode(pair.Substring(equals + 1));
            }
        }

        return null;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
