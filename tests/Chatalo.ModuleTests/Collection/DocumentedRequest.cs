using System.Text.Json;

namespace Chatalo.ModuleTests.Collection;

/// <summary>One request of the vendor's collection: what is to be asked and an example of what is answered.</summary>
/// <param name="Name">Its folders and name, such as <c>Device/Edit Device</c>.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">Below the base address, with <c>:deviceId</c> where an id stands.</param>
/// <param name="QueryNames">The names in the query.</param>
/// <param name="Body">The example of its body; null when it has none.</param>
/// <param name="Answer">The example of its answer; null when the vendor gives none.</param>
public sealed record DocumentedRequest(string Name, string Method, string Path, IReadOnlyList<string> QueryNames, JsonElement? Body, string? Answer)
{
    private const string Base = "https://chatalo.com/api/v1";

    /// <summary>All of them: 27 that the gateway answers.</summary>
    public static IReadOnlyList<DocumentedRequest> All { get; } = Read();

    /// <summary>The one with that name.</summary>
    public static DocumentedRequest Named(string name) => All.Single(request => request.Name == name);

    /// <summary>The one that a request is; null when it is none.</summary>
    public static DocumentedRequest? Find(ReceivedRequest request) => All.FirstOrDefault(documented => documented.Method == request.Method && Matches(documented, request));

    // Requests of one path differ by the type in their bodies.
    private static bool Matches(DocumentedRequest documented, ReceivedRequest request)
    {
        var wanted = documented.Path.Split('/');
        var asked = request.Path.Split('/');
        return wanted.Length == asked.Length
            && wanted.Zip(asked).All(static part => part.First == part.Second || (part.First.StartsWith(':') && part.Second.Length > 0))
            && (documented.Body is not { } body || !body.TryGetProperty("type", out var type)
                || (request.Body is { } sent && sent.TryGetProperty("type", out var sentType) && sentType.GetString() == type.GetString()));
    }

    private static List<DocumentedRequest> Read()
    {
        using var file = File.OpenRead(System.IO.Path.Combine(AppContext.BaseDirectory, "Assets", "chatalo-api.postman_collection.json"));
        using var collection = JsonDocument.Parse(file);
        return [.. Requests(collection.RootElement, "").Where(static found => found.Url.StartsWith(Base, StringComparison.Ordinal)).Select(static found => Read(found.Item, found.Name, found.Url))];
    }

    private static IEnumerable<(JsonElement Item, string Name, string Url)> Requests(JsonElement folder, string prefix)
    {
        foreach (var item in folder.GetProperty("item").EnumerateArray())
        {
            var name = prefix + item.GetProperty("name").GetString();
            if (item.TryGetProperty("item", out _))
            {
                foreach (var inner in Requests(item, name + "/"))
                {
                    yield return inner;
                }
            }
            else
            {
                var url = item.GetProperty("request").GetProperty("url");
                yield return (item, name, (url.ValueKind == JsonValueKind.String ? url : url.GetProperty("raw")).GetString()!);
            }
        }
    }

    private static DocumentedRequest Read(JsonElement item, string name, string url)
    {
        var request = item.GetProperty("request");
        var parts = url[Base.Length..].Split('?');
        var body = request.TryGetProperty("body", out var given) && given.TryGetProperty("raw", out var raw) && raw.GetString() is { Length: > 0 } text
            ? JsonDocument.Parse(text).RootElement.Clone()
            : (JsonElement?)null;
        var answer = item.TryGetProperty("response", out var responses) && responses.GetArrayLength() > 0 ? responses[0].GetProperty("body").GetString() : null;
        return new DocumentedRequest(
            name, request.GetProperty("method").GetString()!, parts[0],
            parts.Length == 1 ? [] : [.. parts[1].Split('&').Select(static p => p.Split('=')[0])], body, answer);
    }
}
