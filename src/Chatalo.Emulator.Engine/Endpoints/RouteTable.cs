using Chatalo.Emulator.Protocol;

namespace Chatalo.Emulator.Endpoints;

/// <summary>Which endpoint answers which method and path.</summary>
internal sealed class RouteTable
{
    private readonly Dictionary<string, Dictionary<string, Action<EndpointContext>>> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, Action<EndpointContext>>> _byFolder = new(StringComparer.Ordinal);

    /// <param name="method">The HTTP method.</param>
    /// <param name="path">Below the base; one that ends in <c>/:id</c> takes any one part there.</param>
    /// <param name="endpoint">Answers.</param>
    public void Add(string method, string path, Action<EndpointContext> endpoint)
    {
        var hasId = path.EndsWith(":id", StringComparison.Ordinal);
        var key = ApiPath.Base + (hasId ? path.Substring(0, path.Length - 3) : path);
        var table = hasId ? _byFolder : _exact;
        if (!table.TryGetValue(key, out var methods))
        {
            table.Add(key, methods = new(StringComparer.Ordinal));
        }

        methods.Add(method, endpoint);
    }

    /// <returns>The endpoints of the path by method; null when there is no such path.</returns>
    public IReadOnlyDictionary<string, Action<EndpointContext>>? Find(string path, out string id)
    {
        id = "";
        if (_exact.TryGetValue(path, out var methods))
        {
            return methods;
        }

        var slash = path.LastIndexOf('/') + 1;
        if (slash < path.Length && _byFolder.TryGetValue(path.Substring(0, slash), out methods))
        {
            id = Uri.UnescapeDataString(path.Substring(slash));
            return methods;
        }

        return null;
    }
}
