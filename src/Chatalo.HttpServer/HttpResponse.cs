using System.Globalization;
using System.Text.Json;

namespace Chatalo.HttpServer;

/// <summary>An answer in the making; one object serves all answers of a connection.</summary>
internal sealed class HttpResponse(string commonHeaders) : IDisposable
{
    private readonly List<KeyValuePair<string, string>> _headers = [];
    private readonly ByteBuffer _wire = new();
    private Utf8JsonWriter? _json;

    public int StatusCode { get; set; }

    public string? ContentType { get; set; }

    public ByteBuffer Body { get; } = new();

    /// <summary>Writes into <see cref="Body"/>; flushed by who began to write.</summary>
    public Utf8JsonWriter Json => _json ??= new Utf8JsonWriter(Body);

    public void Clear()
    {
        _headers.Clear();
        StartBody(200, null);
    }

    /// <summary>Drops what was written of the body, keeps the headers.</summary>
    public void StartBody(int statusCode, string? contentType)
    {
        StatusCode = statusCode;
        ContentType = contentType;
        Body.Clear();
        _json?.Reset();
    }

    public void SetHeader(string name, string value)
    {
        _headers.RemoveAll(header => string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase));
        _headers.Add(new(name, value));
    }

    public void ClearHeaders() => _headers.Clear();

    /// <summary>The answer as it goes over the wire.</summary>
    public ByteBuffer ToWire(string date, bool keepAlive)
    {
        _wire.Clear();
        _wire.Append("HTTP/1.1 "u8);
        _wire.AppendHeaderText(StatusCode.ToString(CultureInfo.InvariantCulture));
        _wire.Append(" "u8);
        _wire.AppendHeaderText(ReasonPhrase.Of(StatusCode));
        _wire.Append("\r\n"u8);
        _wire.AppendUtf8(commonHeaders);
        _wire.Append("Date: "u8);
        _wire.AppendHeaderText(date);
        if (!keepAlive)
        {
            _wire.Append("\r\nConnection: close"u8);
        }

        if (ContentType is not null)
        {
            AppendHeader("Content-Type", ContentType);
        }

        foreach (var header in _headers)
        {
            AppendHeader(header.Key, header.Value);
        }

        if (StatusCode is not (204 or 304))
        {
            AppendHeader("Content-Length", Body.Length.ToString(CultureInfo.InvariantCulture));
        }

        _wire.Append("\r\n\r\n"u8);
        if (StatusCode is not (204 or 304))
        {
            _wire.Append(Body.Written);
        }

        return _wire;
    }

    public void Dispose() => _json?.Dispose();

    private void AppendHeader(string name, string value)
    {
        _wire.Append("\r\n"u8);
        _wire.AppendHeaderText(name);
        _wire.Append(": "u8);
        _wire.AppendHeaderText(value);
    }
}
