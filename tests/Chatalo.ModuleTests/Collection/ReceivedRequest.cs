using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Chatalo.ModuleTests.Collection;

/// <summary>A request as it came over the wire.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">Below the base address.</param>
/// <param name="Query">What followed the question mark.</param>
/// <param name="Headers">By name, whatever the case.</param>
/// <param name="Body">Its JSON; null when it had none.</param>
public sealed record ReceivedRequest(string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, JsonElement? Body)
{
    /// <summary>Reads one from a connection.</summary>
    /// <exception cref="EndOfStreamException">It ended before the request did.</exception>
    public static async Task<ReceivedRequest> ReadAsync(NetworkStream stream)
    {
        var text = new List<byte>();
        var one = new byte[1];
        while (!(text.Count >= 4 && text[^4] == '\r' && text[^3] == '\n' && text[^2] == '\r' && text[^1] == '\n'))
        {
            await stream.ReadExactlyAsync(one);
            text.Add(one[0]);
        }

        var lines = Encoding.ASCII.GetString([.. text]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = lines.Skip(1).Select(static l => l.Split(": ", 2)).ToDictionary(static h => h[0], static h => h[1], StringComparer.OrdinalIgnoreCase);
        var body = new byte[headers.TryGetValue("Content-Length", out var length) ? int.Parse(length, null) : 0];
        await stream.ReadExactlyAsync(body);
        var first = lines[0].Split(' ');
        var target = first[1]["/api/v1".Length..].Split('?');
        return new ReceivedRequest(
            first[0], target[0], target.Length == 1 ? "" : target[1], headers, body.Length == 0 ? null : JsonDocument.Parse(body).RootElement.Clone());
    }
}
