using System.Text;
using System.Text.Json;

namespace Chatalo.UnitTests.Emulator;

/// <summary>An answer of the emulator, read whole.</summary>
internal sealed class EmulatorReply(HttpResponseMessage response, byte[] bytes)
{
    public int Status { get; } = (int)response.StatusCode;

    public byte[] Bytes => bytes;

    public string Text => Encoding.UTF8.GetString(bytes);

    public string? ContentType { get; } = response.Content.Headers.ContentType?.MediaType;

    public JsonElement Json => JsonDocument.Parse(bytes).RootElement;

    public JsonElement Data => Json.GetProperty("data");

    public string? Message => Json.GetProperty("meta").GetProperty("message").GetString();

    public JsonElement Pagination => Json.GetProperty("meta").GetProperty("pagination");

    public string? Header(string name) => response.Headers.TryGetValues(name, out var values) ? string.Join(",", values) : null;
}
