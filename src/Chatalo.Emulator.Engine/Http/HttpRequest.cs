namespace Chatalo.Emulator.Http;

/// <summary>A request as read; one object serves all requests of a connection, so nothing of it outlives its answer.</summary>
internal sealed class HttpRequest
{
    private string _target = "";

    public string Method { get; set; } = "";

    /// <summary>The path, still percent-encoded, without the query.</summary>
    public string Path { get; private set; } = "";

    /// <summary>What follows the question mark, still percent-encoded; empty when there is none.</summary>
    public string Query { get; private set; } = "";

    public string? Accept { get; set; }

    public string? UserAgent { get; set; }

    public string? PublicKey { get; set; }

    public string? SecretKey { get; set; }

    public long ContentLength { get; set; }

    public bool HasContentLength { get; set; }

    public bool IsChunked { get; set; }

    public bool ExpectsContinue { get; set; }

    public bool KeepAlive { get; set; }

    public ReadOnlyMemory<byte> Body { get; set; }

    public void Clear()
    {
        Accept = UserAgent = PublicKey = SecretKey = null;
        ContentLength = 0;
        HasContentLength = IsChunked = ExpectsContinue = false;
        KeepAlive = true;
        Body = default;
    }

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
