namespace Chatalo.HttpServer;

/// <summary>A request as read; one object serves all requests of a connection, so nothing of it outlives its answer.</summary>
/// <param name="kept">The names of the headers whose values are kept.</param>
internal sealed class HttpRequest(IReadOnlyList<string> kept)
{
    private readonly string?[] _headers = new string?[kept.Count];
    private string _target = "";

    public string Method { get; set; } = "";

    /// <summary>The path, still percent-encoded, without the query.</summary>
    public string Path { get; private set; } = "";

    /// <summary>What follows the question mark, still percent-encoded; empty when there is none.</summary>
    public string Query { get; private set; } = "";

    public long ContentLength { get; set; }

    public bool HasContentLength { get; set; }

    public bool IsChunked { get; set; }

    public bool ExpectsContinue { get; set; }

    public bool KeepAlive { get; set; }

    public ReadOnlyMemory<byte> Body { get; set; }

    public void Clear()
    {
        Array.Clear(_headers, 0, _headers.Length);
        ContentLength = 0;
        HasContentLength = IsChunked = ExpectsContinue = false;
        KeepAlive = true;
        Body = default;
    }

    /// <param name="name">One of <see cref="HttpServerOptions.RequestHeaders"/>, as it is written there.</param>
    /// <returns>The header's value; null when the request has no such header.</returns>
    /// <exception cref="ArgumentException">The server was not told to keep this header.</exception>
    public string? Header(string name)
    {
        for (var i = 0; i < _headers.Length; i++)
        {
            if (kept[i] == name)
            {
                return _headers[i];
            }
        }

        throw new ArgumentException($"{name} is not one of the headers that the server keeps.", nameof(name));
    }

    public void SetHeader(int index, string value) => _headers[index] = value;

    public void SetTarget(string target)
    {
        if (ReferenceEquals(target, _target))
        {
            return;
        }

        _target = target;
        if (target.Length == 0 || target[0] != '/')
        {
            // A client that believes in a proxy sends the whole address.
            target = Uri.TryCreate(target, UriKind.Absolute, out var address) ? address.PathAndQuery : "/";
        }

        var mark = target.IndexOf('?');
        Path = mark < 0 ? target : target.Substring(0, mark);
        Query = mark < 0 ? "" : target.Substring(mark + 1);
    }
}
