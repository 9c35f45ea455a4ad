namespace Chatalo.Client;

/// <summary>One request to the gateway, with what the handlers need to know of it.</summary>
internal sealed class GatewayCall : HttpRequestMessage
{
    private static readonly string UserAgent = "Chatalo/" + ModuleVersion.Text;

    // .NET itself makes a request without a body again, up to three times, when the connection is closed without an answer; one with a
    // body, be it empty, it does not. .NET Framework does as long as it has not begun to write the body, so that there the body has to be
    // what makes the request whole.
#if NET8_0_OR_GREATER
    private static readonly byte[] NoBody = [];
#else
    private static readonly byte[] NoBody = "{}"u8.ToArray();
#endif

    private readonly TrackedContent? _body;

    public GatewayCall(HttpMethod method, Uri uri, RequestKind kind, byte[]? body, CallContext context)
        : base(method, uri)
    {
        Kind = kind;
        Context = context;
        Headers.TryAddWithoutValidation("Accept", "application/json");
        Headers.TryAddWithoutValidation("Accept-Encoding", Http.BodyStream.AcceptEncoding);
        Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        var once = kind != RequestKind.Read;
        if (body is not null || once)
        {
            Content = _body = new TrackedContent(body ?? NoBody, once, context);
            if ((body ?? NoBody).Length > 0)
            {
                Content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=utf-8");
            }
        }
    }

    public RequestKind Kind { get; }

    public CallContext Context { get; }

    /// <summary>Media is asked for: its body is read by the caller, as it comes, instead of being buffered.</summary>
    public bool StreamsBody { get; init; }

    /// <summary>Whether the answer is the media asked for, and not a refusal or an error page in its place.</summary>
    public bool IsStreamed(HttpResponseMessage response) => StreamsBody && response.StatusCode == System.Net.HttpStatusCode.OK
        && response.Content.Headers.ContentType?.MediaType is not ("application/json" or "text/html" or "application/problem+json");

    /// <summary>
    /// Whether the request may have reached the gateway. The body is written after the connection stands, together with or
    /// after the headers; so while it was not asked for, nothing can have been processed. Without a body nothing is known.
    /// </summary>
    public bool MayHaveLeft => _body?.WasAskedFor ?? true;

    /// <summary>Whether the caller held the request back when it was about to leave.</summary>
    public bool WasHeldBack => _body?.WasHeldBack ?? false;

    /// <summary>Forgets the last attempt.</summary>
    public void BeginAttempt() => _body?.Reset();

    /// <summary>A body that knows whether it was asked for; one that is to leave once does so once for each attempt.</summary>
    private sealed class TrackedContent(byte[] bytes, bool once, CallContext call) : HttpContent
    {
        private volatile bool _askedFor;

        public bool WasAskedFor => _askedFor;

        public bool WasHeldBack { get; private set; }

        public void Reset() => _askedFor = false;

        protected override Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context)
        {
            if (once && _askedFor)
            {
                // .NET Framework has lost a connection and makes the request again by itself. Without its body, the gateway does nothing.
                throw new IOException("the connection broke when the request had left");
            }

            if (!call.MayLeave)
            {
                WasHeldBack = true;
                throw new OperationCanceledException();
            }

            _askedFor = true;
            return stream.WriteAsync(bytes, 0, bytes.Length);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = bytes.Length;
            return true;
        }
    }
}
